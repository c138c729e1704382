import { Fragment } from "react";
import type { HistoryLine, LinePart } from "../../shared/history/HistoryAnswer.ts";
import { MapLink } from "./MapLink.tsx";
import styles from "./rows.module.css";

interface LineWordsProps {
  readonly line: HistoryLine;
  readonly isOnMap: (id: string) => boolean;
}

/** One change in words. What it names leads there, as long as it is on the map. */
export function LineWords({ line, isOnMap }: LineWordsProps) {
  return line.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have nothing but their place.
    <Fragment key={index}>
      <Part part={part} isOnMap={isOnMap} />
    </Fragment>
  ));
}

function Part({ part, isOnMap }: { readonly part: LinePart } & Pick<LineWordsProps, "isOnMap">) {
  if (typeof part === "string") return part;
  return isOnMap(part.id) ? (
    <MapLink id={part.id} name={part.name} />
  ) : (
    <bdi className={styles.name}>{part.name}</bdi>
  );
}
