import type { ConnectionState, EndReason, Place, SignInEnd } from "../sync/ConnectionState.ts";

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
      return state.place === "device"
        ? `Saving is taking long, ${keptWords(state)}`
        : "Saving is taking long. Keep this tab open.";
    case "store-fails":
      return state.changes === 0
        ? "The server cannot save just now"
        : `Server cannot save, ${keptWords(state)}`;
    case "reconnecting":
      return "Reconnecting …";
    case "offline":
      return `Offline, ${keptWords(state)}`;
    case "ended":
      return state.changes === 0 ? "Disconnected" : `Disconnected, ${changesWords(state.changes)} not saved`;
  }
}

interface Kept {
  readonly changes: number;
  readonly place: Place;
}

function keptWords({ changes, place }: Kept): string {
  return `${changesWords(changes)} kept ${place === "device" ? "on this device" : "in this tab"}`;
}

/** What the banner says while something is not as usual, and what to do; undefined where there is nothing to say. */
export function bannerWords(state: ConnectionState, canWrite: boolean): string | undefined {
  switch (state.kind) {
    case "reconnecting":
      return state.isCopy ? copyWords(canWrite) : undefined;
    case "offline":
      return state.isCopy
        ? `${isCopyWords}. ${waitingWords(state)}`
        : `${noConnection}. ${waitingWords(state)}`;
    case "store-fails":
      return `The server cannot save just now. ${whileStoreFails(state)}`;
    default:
      return undefined;
  }
}

const noConnection = "No connection to the server";
const isCopyWords = "No connection: this is the copy of the map on this device";

function copyWords(canWrite: boolean): string {
  const words = `${isCopyWords}, and others may have changed the map since.`;
  return canWrite ? `${words} What you change is kept here.` : words;
}

function waitingWords({ changes, place }: Kept): string {
  const [are, they] = changes === 1 ? ["is", "it is"] : ["are", "they are"];
  return place === "device"
    ? `${changesWords(changes)} ${are} kept on this device, and sent when the server is back and this map is open.`
    : `${changesWords(changes)} ${are} in this tab only: keep it open, and ${they} sent as soon as the server is back.`;
}

function whileStoreFails({ changes, place }: Kept): string {
  if (changes === 0)
    return "Everything so far is saved. Go on working and keep this tab open: what you change is saved as soon as the server can.";
  const where = place === "device" ? "on this device" : "in this tab only";
  return `Your changes are kept ${where}, and the others see them. Go on working and keep this tab open: they are saved as soon as the server can.`;
}

/** "1 change", "3 changes". */
export function changesWords(changes: number): string {
  return changes === 1 ? "1 change" : `${changes} changes`;
}

/** What has happened when a session is over for good, and what to do. */
export function endedWords(reason: Exclude<EndReason, SignInEnd>): {
  readonly title: string;
  readonly advice: string;
} {
  switch (reason) {
    case "revoked":
      return {
        title: "Your link to this map was taken back",
        advice: "The owner of the map has revoked it. If you still need the map, ask them for a new link.",
      };
    case "removed":
      return {
        title: "You have been removed from this map",
        advice: "The facilitator has removed you. If that was a mistake, ask them to let you back in.",
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
    case "read-only":
      return {
        title: "Your link no longer lets you change this map",
        advice:
          "You can still look at it: reload the page. If you need to change it, ask the owner of the map for another link.",
      };
    case "malformed":
      return {
        title: "The server did not understand this tab",
        advice: "Something is wrong with this page. Reload it to get the map as the server has it.",
      };
  }
}
