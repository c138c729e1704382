import { type FormEvent, type RefObject, useState } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import { addConnected, choicesForNew, connectableItems } from "../actions/addConnected.ts";
import { addFromPalette } from "../actions/addElement.ts";
import { nameOf } from "../actions/connectionChoices.ts";
import { guessItem } from "../palette/guessItem.ts";
import { listedItems, type PaletteItem, paletteItem } from "../palette/paletteItems.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { likelyNext } from "./likelyNext.ts";
import styles from "./QuickAdd.module.css";
import { closeQuickAdd, type QuickAddQuestion, useQuickAddStore } from "./quickAddStore.ts";
import { ScreenPopover } from "./ScreenPopover.tsx";

/** The small form behind a double-click on the ground: a name, the kind that it speaks for, and the card is there; connected, where it was asked for from another card. */
export function QuickAdd({ room }: { readonly room: RefObject<HTMLElement | null> }) {
  const open = useQuickAddStore((state) => state.open);
  const { elementById } = useSnapshot();
  const from = open?.from === undefined ? undefined : elementById.get(open.from);
  return (
    <ScreenPopover
      at={open?.screen}
      label={from === undefined ? "Add a card" : "Add and connect a card"}
      room={room}
      onClose={() => closeQuickAdd()}
    >
      {open !== undefined && <QuickAddForm question={open} from={from} />}
    </ScreenPopover>
  );
}

function QuickAddForm({
  question,
  from,
}: {
  readonly question: QuickAddQuestion;
  readonly from: MapElement | undefined;
}) {
  const session = useSession();
  const [name, setName] = useState("");
  const kind = useKind(name, question.itemId, from);
  const [wantedChoice, setChoice] = useState<string>();
  const choices = from === undefined || kind.item === undefined ? [] : choicesForNew(from, kind.item, name);
  const choice = choices.find(({ key }) => key === wantedChoice) ?? choices[0];

  function add(event: FormEvent): void {
    event.preventDefault();
    const { item } = kind;
    if (item === undefined) return;
    closeQuickAdd(item.id);
    const { centre } = question;
    const stated = name.trim();
    if (from !== undefined && choice !== undefined)
      addConnected(session, { from, item, name, choice, centre });
    else
      addFromPalette(session, item, {
        ...(centre !== undefined && { centre }),
        ...(stated !== "" && { name: stated }),
      });
  }

  return (
    <form className={styles.form} onSubmit={add}>
      {from !== undefined && (
        <h2 className={styles.title}>
          <Sentence text={`Connected with ${nameOf(from)}`} />
        </h2>
      )}
      <TextField label="Name" value={name} onChange={setName} autoFocus autoComplete="off" />
      <Select
        label="Kind"
        options={kind.options.map(({ id, label }) => ({ value: id, label }))}
        value={kind.item?.id}
        onChange={kind.choose}
        description={kind.isGuess ? "Guessed from the name: change it if it is another." : undefined}
      />
      {choice !== undefined && (
        <Select
          label="Connection"
          options={choices.map(({ key, label }) => ({ value: key, label }))}
          value={choice.key}
          onChange={setChoice}
        />
      )}
      <Button type="submit" variant="primary">
        Add to the map
      </Button>
    </form>
  );
}

interface Kind {
  readonly item: PaletteItem | undefined;
  readonly options: readonly PaletteItem[];
  /** Whether the name alone speaks for it. */
  readonly isGuess: boolean;
  choose(itemId: string): void;
}

/** The kind of the new card: what was chosen, or what the name speaks for, or what was asked for, or what was added last. */
function useKind(name: string, askedId: string | undefined, from: MapElement | undefined): Kind {
  const { regime } = useSnapshot().map;
  const lastItem = useQuickAddStore((state) => state.lastItem);
  const [chosenId, choose] = useState(askedId);
  const allowed = from === undefined ? undefined : new Set(connectableItems(from));
  const isAllowed = (item: PaletteItem) =>
    !("relation" in item.makes) && (allowed === undefined || allowed.has(item));
  const listed = listedItems(regime).filter(isAllowed);
  const chosen = chosenId === undefined ? undefined : paletteItem(chosenId);
  const guess = guessItem(name, regime);
  const guessed = guess !== undefined && isAllowed(guess) ? guess : undefined;
  const likely = from === undefined ? undefined : listed.find(({ id }) => id === likelyNext(from));
  const last = listed.find(({ id }) => id === lastItem);
  const item = chosen ?? guessed ?? likely ?? last ?? listed[0];
  const options = item === undefined || listed.includes(item) ? listed : [item, ...listed];
  return { item, options, isGuess: chosen === undefined && guessed !== undefined, choose };
}
