import { CARDS_TYPE, type CopiedCards, cardsInHtml, readCards } from "./cardsOnClipboard.ts";
import { copiedAs } from "./lastCopied.ts";
import { tableInHtml } from "./tableInHtml.ts";

/** What a clipboard holds for a map. */
export type Pasted =
  | { readonly kind: "cards"; readonly cards: CopiedCards }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly cells: readonly (readonly string[])[] | undefined;
    }
  | { readonly kind: "nothing" };

/**
 * What can be made of the types on a clipboard: cards, wherever they got through, or else a list or a table.
 * @throws MapFileError where there are cards that cannot be read.
 */
export function readTransfer(textOf: (type: string) => string): Pasted {
  const html = textOf("text/html");
  const text = textOf("text/plain");
  const cards = firstCards([textOf(CARDS_TYPE), cardsInHtml(html), text, copiedAs(text)]);
  if (cards !== undefined) return { kind: "cards", cards };
  const cells = tableInHtml(html, text);
  if (text.trim() === "" && cells === undefined) return { kind: "nothing" };
  return { kind: "text", text, cells };
}

function firstCards(texts: readonly (string | undefined)[]): CopiedCards | undefined {
  for (const text of texts) {
    const cards = text === undefined || text === "" ? undefined : readCards(text);
    if (cards !== undefined) return cards;
  }
  return undefined;
}
