import { Link } from "react-aria-components/Link";
import { select, useCanvasStore } from "../canvas/canvasStore.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./rows.module.css";

/** The name of something on the map, within a sentence; pressed, it is selected and brought into view. */
export function MapLink({ id, name }: { readonly id: string; readonly name: string }) {
  // Not a button of the browser: that one stands in a sentence like a block.
  return (
    <Link className={classNames(styles.link)} onPress={() => bringUp(id)}>
      <bdi>{name}</bdi>
    </Link>
  );
}

function bringUp(id: string): void {
  select([id]);
  useCanvasStore.getState().viewport?.bringIntoView([id]);
}
