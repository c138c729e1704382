import type { ConnectionState, EndReason } from "../sync/ConnectionState.ts";

/** What the save indicator says. `canWrite`: whether this person's role lets them change the map at all. */
export function connectionWords(state: ConnectionState, canWrite: boolean): string {
  switch (state.kind) {
    case "connecting":
      return "Connecting …";
    case "saved":
      return canWrite ? "Saved for everyone" : "Up to date";
    case "saving":
      return "Saving …";
    case "slow":
      return "Saving is taking long. Keep this tab open.";
    case "reconnecting":
      return "Reconnecting …";
    case "offline":
      return `Offline, ${changesWords(state.changes)} kept in this tab`;
    case "ended":
      return state.changes === 0 ? "Disconnected" : `Disconnected, ${changesWords(state.changes)} not saved`;
  }
}

/** "1 change", "3 changes". */
export function changesWords(changes: number): string {
  return changes === 1 ? "1 change" : `${changes} changes`;
}

/** What has happened when a session is over, and what to do. */
export function endedWords(reason: EndReason): { readonly title: string; readonly advice: string } {
  switch (reason) {
    case "revoked":
      return {
        title: "Your link to this map was taken back",
        advice: "The owner of the map has revoked it. If you still need the map, ask them for a new link.",
      };
    case "no-link":
      return {
        title: "Your link to this map is not valid any more",
        advice: "It may have expired or been taken back. Ask the owner of the map for a new link.",
      };
    case "no-map":
      return {
        title: "This map is no longer there",
        advice: "Its owner has deleted it. If you have a map file of it, you can make a new map from that.",
      };
    case "malformed":
      return {
        title: "The server did not understand this tab",
        advice: "Something is wrong with this page. Reload it to get the map as the server has it.",
      };
  }
}
