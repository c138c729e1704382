import type { Room } from "../load/Room.ts";
import type { ServerProcess } from "./ServerProcess.ts";

/** A server under measurement and the rooms that people can join on it. */
export interface ServerUnderTest {
  readonly process: ServerProcess;
  /** Makes a new room and says how to join it as somebody who may write. */
  room(): Promise<Room>;
  /** Ends it and removes what it has written. */
  stop(): Promise<void>;
}

/** A way to start one kind of server. */
export interface ServerKind {
  readonly name: string;
  /** Whether it holds documents; a relay only forwards. */
  readonly holdsDocuments: boolean;
  /** Whether it has them again after it was killed. */
  readonly isDurable: boolean;
  start(): Promise<ServerUnderTest>;
}
