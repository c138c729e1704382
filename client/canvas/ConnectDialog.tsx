import { type KeyboardEvent, useState } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import type { RelationType } from "../../shared/model/relation.ts";
import { type ConnectionChoice, connectionChoices, nameOf } from "../actions/connectionChoices.ts";
import { connectionWord } from "../actions/connectionWords.ts";
import { makeConnection } from "../actions/makeConnection.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import styles from "./Connecting.module.css";
import { focusOn, stopConnecting, useCanvasStore } from "./canvasStore.ts";
import { ElementPicker } from "./ElementPicker.tsx";
import { startPicking } from "./pickStore.ts";

/** Connects two cards without drawing a line: picks the one, the other and the kind of connection from lists. */
export function ConnectDialog() {
  const connecting = useCanvasStore((state) => state.connecting);
  const isOpen = connecting.step === "ends";
  const type = isOpen ? connecting.type : undefined;
  return (
    <Dialog
      title={type === undefined ? "Connect" : connectionWord(type)}
      isOpen={isOpen}
      onClose={stopConnecting}
    >
      {isOpen && (
        <div onKeyDownCapture={closeAtOnce}>
          <Steps key={connecting.from ?? ""} startId={connecting.from} type={type} />
        </div>
      )}
    </Dialog>
  );
}

/** Else the first Escape would only empty the search. */
function closeAtOnce(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
  event.stopPropagation();
  stopConnecting();
}

function Steps({
  startId,
  type,
}: {
  readonly startId: string | undefined;
  readonly type: RelationType | undefined;
}) {
  const session = useSession();
  const { elementById, map } = useSnapshot();
  const [fromId, setFromId] = useState(startId);
  const [toId, setToId] = useState<string>();
  const from = fromId === undefined ? undefined : elementById.get(fromId);
  const to = toId === undefined ? undefined : elementById.get(toId);

  const between = (one: MapElement, other: MapElement): readonly ConnectionChoice[] =>
    connectionChoices(one, other, map.relations).filter(
      ({ makes, from: start }) => type === undefined || (makes === type && start === one.id),
    );
  const canStart = (one: MapElement) => map.elements.some((other) => between(one, other).length > 0);
  const choose = (choice: ConnectionChoice) => {
    stopConnecting();
    makeConnection(session, choice);
  };
  const pickTarget = (target: MapElement) => {
    const [only, ...others] = from === undefined ? [] : between(from, target);
    if (type !== undefined && only !== undefined && others.length === 0) choose(only);
    else setToId(target.id);
  };

  if (from === undefined)
    return (
      <ElementPicker
        key="from"
        label={type === "pays" ? "Who pays?" : "From which card?"}
        elements={map.elements.filter(canStart)}
        onPick={(element) => setFromId(element.id)}
      />
    );
  if (to === undefined)
    return (
      <>
        <End words={`From ${nameOf(from)}`} onChange={() => setFromId(undefined)} />
        {type === undefined && (
          <Button
            size="small"
            variant="outline"
            className={styles.onMap}
            onPress={() => {
              stopConnecting();
              startPicking(from.id);
              focusOn(from.id);
            }}
          >
            Pick it on the map
          </Button>
        )}
        <ElementPicker
          key="to"
          label={type === "pays" ? "Who is paid?" : "To which card?"}
          elements={map.elements.filter((element) => between(from, element).length > 0)}
          onPick={pickTarget}
        />
      </>
    );
  return (
    <>
      <End words={`From ${nameOf(from)} to ${nameOf(to)}`} onChange={() => setToId(undefined)} />
      <ChoiceList choices={between(from, to)} onChoose={choose} />
    </>
  );
}

function End({ words, onChange }: { readonly words: string; readonly onChange: () => void }) {
  return (
    <div className={styles.ends}>
      <span>
        <Sentence text={words} />
      </span>
      <Button size="small" variant="outline" onPress={onChange}>
        Change
      </Button>
    </div>
  );
}
