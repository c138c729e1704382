import { useEffect, useMemo, useState } from "react";
import type { MapDifference } from "../../shared/document/mapDifference.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { hidePreview, type MapOutlines, showPreview } from "../canvas/previewStore.ts";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import styles from "./DifferenceBar.module.css";
import { type DifferenceKind, DifferenceSwatch } from "./DifferenceSwatch.tsx";
import { type DifferenceParts, differenceParts, type NamedDifference } from "./differenceWords.ts";
import { MapLink } from "./MapLink.tsx";
import { useDifferenceSince } from "./useDifference.ts";

const WORDS = { added: "Added since", touched: "Changed since", removed: "Gone since" };
const mostListed = 100;

/** What has become different since the moment that is looked at: marked on the map, counted with the meaning of each mark, and listed. */
export function DifferenceBar({ map }: { readonly map: SystemMap }) {
  const { difference, then, now } = useDifferenceSince(map);
  const [isMarked, setMarked] = useState(true);
  useOutlines(difference, isMarked);
  const parts = useMemo(() => differenceParts(difference, then, now), [difference, then, now]);
  const { added, gone, changed } = parts;
  const isSame = added.length + gone.length + changed.length + parts.map.length === 0;
  if (isSame) return <p className={styles.same}>Nothing has changed since then.</p>;
  return (
    <div className={styles.bar}>
      <ul className={styles.legend} aria-label="Marks on the map">
        <Mark kind="added" word={WORDS.added} count={added.length} />
        <Mark kind="gone" word={WORDS.removed} count={gone.length} />
        <Mark kind="changed" word={WORDS.touched} count={changed.length} />
      </ul>
      <PopoverButton
        title="What is different now"
        widthPx={296}
        placement="bottom end"
        button={<Button size="small">What is different…</Button>}
      >
        <Lists parts={parts} />
      </PopoverButton>
      <label className={styles.toggle}>
        <input type="checkbox" checked={isMarked} onChange={({ target }) => setMarked(target.checked)} />
        Mark it
      </label>
    </div>
  );
}

function Mark({
  kind,
  word,
  count,
}: {
  readonly kind: DifferenceKind;
  readonly word: string;
  readonly count: number;
}) {
  return (
    <li className={styles.mark}>
      <DifferenceSwatch kind={kind} />
      {word}: {count}
    </li>
  );
}

function Lists({ parts }: { readonly parts: DifferenceParts }) {
  return (
    <div className={styles.lists}>
      <List kind="gone" title="Gone since then" items={parts.gone} />
      <List kind="changed" title="Changed since then" items={parts.changed} />
      <List kind="added" title="Added since then" items={parts.added} />
      {parts.map.length > 0 && <p>Also different: {parts.map.join(", ")}.</p>}
    </div>
  );
}

function List({
  kind,
  title,
  items,
}: {
  readonly kind: DifferenceKind;
  readonly title: string;
  readonly items: readonly NamedDifference[];
}) {
  if (items.length === 0) return null;
  // What was added later is not on the map that is shown, and cannot be chosen there.
  const isShown = kind !== "added";
  return (
    <section>
      <h3 className={styles.heading}>
        <DifferenceSwatch kind={kind} />
        {title} ({items.length})
      </h3>
      <ul className={styles.items}>
        {items.slice(0, mostListed).map(({ id, name }) => (
          <li key={id}>{isShown ? <MapLink id={id} name={name} /> : <bdi>{name}</bdi>}</li>
        ))}
        {items.length > mostListed && <li>and {items.length - mostListed} more</li>}
      </ul>
    </section>
  );
}

/** Marks on the map what differs, as long as that is wanted. */
function useOutlines(difference: MapDifference, isMarked: boolean): void {
  useEffect(() => {
    if (!isMarked) return;
    const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
    const outlines: MapOutlines = {
      addedElements: difference.addedElements,
      addedRelations: difference.addedRelations,
      touched: ids([...difference.changedElements, ...difference.changedRelations]),
      removed: ids([...difference.goneElements, ...difference.goneRelations]),
      words: WORDS,
    };
    showPreview(outlines);
    return () => hidePreview(outlines);
  }, [difference, isMarked]);
}
