import type * as Y from "yjs";
import { RESTORED, rootOf } from "../../shared/document/layout.ts";
import { readRestoredMark } from "../../shared/document/restore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { momentWords } from "./momentWords.ts";

/**
 * Says in words whenever somebody else puts the map back to a moment, or takes that back. What arrives with the map itself when it is
 * opened is no news. Returns the way to stop.
 */
export function watchRestores(
  { doc, presence, connection }: Pick<MapSession, "doc" | "presence" | "connection">,
  say: (words: string) => void,
): () => void {
  const head = rootOf(doc, "map");
  let wasLoaded = connection.loaded();
  const stopListening = connection.subscribe(() => {
    wasLoaded = connection.loaded();
  });
  const onChange = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
    const change = event.changes.keys.get(RESTORED);
    if (change === undefined || transaction.local || !wasLoaded) return;
    const mark = readRestoredMark(doc);
    const who = authorOf(transaction, presence.others()) ?? "Somebody";
    say(
      mark === undefined
        ? `${who} has taken back that the map was restored.`
        : `${who} restored the map as it was on ${momentWords(new Date(mark.at))}.`,
    );
  };
  head.observe(onChange);
  return () => {
    stopListening();
    head.unobserve(onChange);
  };
}

/** Who wrote what has just come, if it was one person and they are here. */
function authorOf(
  { beforeState, afterState }: Y.Transaction,
  others: readonly { readonly clientId: number; readonly name: string }[],
): string | undefined {
  const writers = [...afterState].flatMap(([client, clock]) =>
    clock > (beforeState.get(client) ?? 0) ? [client] : [],
  );
  const [writer] = writers;
  return writers.length === 1 ? others.find(({ clientId }) => clientId === writer)?.name : undefined;
}
