import { changesWords } from "../shell/connectionWords.ts";
import { downloadMapFile } from "../shell/exportActions.ts";
import type { ConnectionState } from "../sync/ConnectionState.ts";
import type { CopyRecord } from "../sync/copyRegistry.ts";
import { countUnconfirmed, dropOldCopies } from "../sync/deviceCopies.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { OpenedSession } from "../sync/openMapSession.ts";
import { showToast } from "../ui/toasts.ts";

export interface LookAfterOptions {
  /** The map that is on the screen, and the link that it is open through. */
  readonly session: MapSession;
  readonly link: string;
  /** Opens the same map once more through the link of a copy, unseen. */
  readonly openOther: (copy: CopyRecord) => OpenedSession;
  readonly signal: AbortSignal;
}

/**
 * Once the map that is on the screen is saved: drops old copies, and sends what was changed on this device through another link of the
 * same map and has not been sent since. Where the server does not take that, it says so and offers a file.
 */
export async function lookAfterCopies({ session, link, openOther, signal }: LookAfterOptions): Promise<void> {
  await until(session, ({ kind }) => kind === "saved", signal);
  if (signal.aborted) return;
  try {
    await dropOldCopies();
    for (const { copy, changes } of await countUnconfirmed(session.id))
      if (copy.link !== link && changes > 0 && !signal.aborted) await deliver(openOther(copy), signal);
  } catch {
    // The browser keeps nothing, so there is nothing to look after.
  }
}

async function deliver(other: OpenedSession, signal: AbortSignal): Promise<void> {
  if (await other.hasCopy) {
    await until(other, ({ kind }) => kind === "saved" || kind === "ended", signal);
    const state = other.connection.state();
    if (state.kind === "ended" && state.changes > 0) offerFile(other, state.changes);
  }
  other.destroy();
}

function offerFile(other: OpenedSession, changes: number): void {
  const snapshot = other.snapshots.get();
  showToast(
    `${changesWords(changes)} that you made here through another link could not be sent: that link is not valid any more.`,
    "failure",
    { label: "Save as a map file", run: () => void downloadMapFile(snapshot) },
  );
}

function until(
  { connection }: MapSession,
  isSo: (state: ConnectionState) => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!signal.aborted && !isSo(connection.state())) return;
      stop();
      signal.removeEventListener("abort", look);
      resolve();
    };
    const stop = connection.subscribe(look);
    signal.addEventListener("abort", look);
    look();
  });
}
