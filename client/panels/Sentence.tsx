import { useMemo } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import { nameOf } from "../../shared/rules/naming.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { elementName } from "./inspector/elementName.ts";
import { splitAtNames, turnsTheLine } from "./splitAtNames.ts";

const QUOTES = /^“|”$/gu;

/**
 * A sentence with names from the map in it. It reads from left to right, and each name in it as its own script does: without that an
 * Arabic or Hebrew name would turn the words beside it around. The text itself stays as it is.
 */
export function Sentence({ text }: { readonly text: string }) {
  const { snapshots } = useSession();
  const parts = useMemo(() => {
    if (!turnsTheLine(text)) return [{ text, isName: false }];
    return splitAtNames(text, snapshots.get().map.elements.flatMap(namesWithin));
  }, [text, snapshots]);
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have nothing but their place.
    part.isName ? <bdi key={index}>{part.text}</bdi> : part.text,
  );
}

/** What an element may be called within a sentence. */
function namesWithin(element: MapElement): readonly string[] {
  return [element.name.trim(), elementName(element), nameOf(element).replace(QUOTES, "")];
}
