import type { RefObject } from "react";
import { connectionChoices, nameOf } from "../actions/connectionChoices.ts";
import { changeInto, changesOf } from "../actions/convertConnection.ts";
import { makeConnection } from "../actions/makeConnection.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import styles from "./Connecting.module.css";
import { stopConnecting, useCanvasStore } from "./canvasStore.ts";
import { stopAskingForKind, useChangeStore } from "./changeStore.ts";
import { ScreenPopover } from "./ScreenPopover.tsx";

/** Asks what a connection that has been drawn between two cards is: what the grammar allows, the likeliest first. */
export function ConnectionMenu({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const connecting = useCanvasStore((state) => state.connecting);
  const isOpen = connecting.step === "choice";
  return (
    <ScreenPopover
      at={isOpen ? connecting.at : undefined}
      label="What is this connection?"
      room={room}
      onClose={stopConnecting}
    >
      {isOpen && <Choices from={connecting.from} to={connecting.to} />}
    </ScreenPopover>
  );
}

function Choices({ from, to }: { readonly from: string; readonly to: string }) {
  const session = useSession();
  const { elementById, map } = useSnapshot();
  const [start, end] = [elementById.get(from), elementById.get(to)];
  if (start === undefined || end === undefined) return null;
  const choices = connectionChoices(start, end, map.relations);
  if (choices.length === 0)
    return (
      <p className={styles.nothing}>
        <Sentence text={`Nothing can connect ${nameOf(start)} and ${nameOf(end)}.`} />
      </p>
    );
  return (
    <>
      <h2 className={styles.title}>What is this connection?</h2>
      <ChoiceList
        choices={choices}
        onChoose={(choice) => {
          stopConnecting();
          makeConnection(session, choice);
        }}
      />
    </>
  );
}

/** Asks what a connection that is there shall be instead. */
export function ChangeMenu({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const open = useChangeStore((state) => state.open);
  return (
    <ScreenPopover at={open?.at} label="Change the connection into" room={room} onClose={stopAskingForKind}>
      {open !== undefined && <Changes id={open.relation} />}
    </ScreenPopover>
  );
}

function Changes({ id }: { readonly id: string }) {
  const session = useSession();
  const relation = useSnapshot().relationById.get(id);
  if (relation === undefined) return <p className={styles.nothing}>The connection has just been deleted.</p>;
  const choices = changesOf(session, relation);
  if (choices.length === 0)
    return <p className={styles.nothing}>Nothing else can connect these two cards.</p>;
  return (
    <>
      <h2 className={styles.title}>Change the connection into</h2>
      <ChoiceList
        choices={choices}
        onChoose={(choice) => {
          stopAskingForKind();
          changeInto(session, relation, choice);
        }}
      />
    </>
  );
}
