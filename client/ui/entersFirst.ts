import type { KeyboardEvent } from "react";

/**
 * Whether Enter was pressed in a search over a list while nothing in the list is marked, as after a letter was taken back: the first
 * that fits is meant.
 */
export function entersFirst(event: KeyboardEvent<HTMLInputElement>, text: string): boolean {
  return (
    event.key === "Enter" &&
    !event.nativeEvent.isComposing &&
    text.trim() !== "" &&
    !event.currentTarget.hasAttribute("aria-activedescendant")
  );
}
