import { useId } from "react";
import { Button } from "../ui/Button.tsx";
import { FindingTally } from "./FindingTally.tsx";
import type { FoundMap } from "./findInLibrary.ts";
import styles from "./LibraryMap.module.css";
import { MapThumbnail } from "./MapThumbnail.tsx";

const mostNames = 2;

/** A map on the page of the library: what it looks like, what it is, what it teaches, and how to get a copy. */
export function LibraryMap({
  found: { listing, names },
  isBusy,
  isDisabled,
  onOpen,
}: {
  readonly found: FoundMap;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onOpen: () => void;
}) {
  const id = useId();
  const { title, kind, summary, teaches, source, findings } = listing;
  return (
    <li className={styles.card}>
      <MapThumbnail listing={listing} />
      <div className={styles.words}>
        <h3 id={`${id}-title`} className={styles.title}>
          {title}
        </h3>
        <p>{summary}</p>
        <p className={styles.teaches}>
          {kind === "system" && <span className={styles.label}>What it teaches</span>}
          {teaches}
        </p>
        {kind === "system" && findings !== undefined && <FindingTally counts={findings} />}
        {names.length > 0 && (
          <p className={styles.small}>
            On the map: {names.slice(0, mostNames).join(" · ")}
            {names.length > mostNames && ` and ${names.length - mostNames} more`}
          </p>
        )}
        <div className={styles.foot}>
          {source !== "" && <p className={styles.source}>Source: {source}</p>}
          <Button
            id={`${id}-open`}
            variant="outline"
            className={styles.open}
            isDisabled={isDisabled}
            onPress={onOpen}
            aria-labelledby={`${id}-open ${id}-title`}
          >
            {isBusy ? "Making your copy …" : "Open a copy"}
          </Button>
        </div>
      </div>
    </li>
  );
}
