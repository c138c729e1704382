import type { ConnectionState } from "../sync/ConnectionState.ts";
import type { Block, RouteState } from "../sync/transport/Route.ts";
import { changesWords } from "./connectionWords.ts";

/** How the server is reached, in two or three words. */
export function wayWords({ way }: RouteState): string {
  if (way === undefined) return "Not connected";
  return way === "websocket" ? "WebSocket" : "Plain HTTP";
}

/** Why it is not reached as it usually is; undefined where there is nothing to explain. */
export function blockWords({ way, block }: RouteState): string | undefined {
  if (way !== "http" || block === undefined) return undefined;
  return "Something between you and the server, often an office network, blocks WebSockets. Everything works the same, a little slower. A WebSocket is tried again from time to time.";
}

const trialWords: Readonly<Record<Block, string>> = {
  refused: "the WebSocket was refused",
  silent: "nothing came over the WebSocket",
  cut: "WebSockets were cut soon after they had opened",
};

/** What is not saved on the server yet, and where it is. */
export function waitingWords(state: ConnectionState): string {
  if (!("changes" in state) || state.changes === 0) return "Nothing";
  const where =
    "place" in state ? (state.place === "device" ? ", kept on this device" : ", in this tab only") : "";
  return `${changesWords(state.changes)}${where}`;
}

export interface Diagnosis {
  /** Such as `https://map.example.org`. */
  readonly server: string;
  readonly at: Date;
  readonly state: string;
  readonly route: RouteState;
  readonly roundTripMs: number | undefined;
  readonly browser: string;
}

/** What somebody who looks after the network needs to know. It names no map, no person and no link. */
export function diagnosisText({ server, at, state, route, roundTripMs, browser }: Diagnosis): string {
  const trial = route.way !== "websocket" && route.block !== undefined ? `; ${trialWords[route.block]}` : "";
  return [
    "Plumbline: connection details",
    `When: ${at.toISOString()}`,
    `Server: ${server}`,
    `State: ${state}`,
    `Connected by: ${wayWords(route)}${trial}`,
    `Time to the server and back: ${roundTripMs === undefined ? "not known" : millisecondsWords(roundTripMs)}`,
    `Browser: ${browser}`,
    `What the network should let through: WebSockets (requests with "Upgrade: websocket") to ${server.replace(/^http/, "ws")}/sync/`,
  ].join("\n");
}

/** "23 ms". */
export function millisecondsWords(ms: number): string {
  return `${Math.max(1, Math.round(ms))} ms`;
}
