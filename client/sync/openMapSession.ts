import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Editor, edit } from "../../shared/document/edit.ts";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { SnapshotStore } from "../../shared/document/snapshot.ts";
import { UndoHistory, type UndoOutcome } from "../../shared/document/undo.ts";
import { ACK_PROTOCOL, PROTOCOL } from "../../shared/protocol/messages.ts";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import { AwarenessPresence } from "./AwarenessPresence.ts";
import type { MapSession } from "./MapSession.ts";
import { SyncConnection } from "./SyncConnection.ts";

const longestBackoffMs = 4_000;

export interface OpenMapOptions {
  readonly id: string;
  readonly role: Role;
  /** The id of the link that this tab speaks for; no secret. */
  readonly link: string;
  /** Where `/sync` is, such as `ws://127.0.0.1:8080/sync`. */
  readonly syncUrl: string;
  /** Told what an undo or redo did, for instance that somebody has changed a value since. */
  readonly onUndone?: (outcome: UndoOutcome) => void;
  /** Default: the browser's. */
  readonly webSocket?: typeof WebSocket;
}

/** Opens a map and connects. It goes on trying until the server says that there is no point. */
export function openMapSession(options: OpenMapOptions): MapSession {
  const { id, role, link, syncUrl, onUndone } = options;
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(syncUrl, id, doc, {
    connect: false,
    disableBc: true,
    protocols: [PROTOCOL, ACK_PROTOCOL],
    params: { link },
    maxBackoffTime: longestBackoffMs,
    ...(options.webSocket !== undefined && { WebSocketPolyfill: options.webSocket }),
  });
  const snapshots = new SnapshotStore(doc);
  const history = new UndoHistory(doc);
  const connection = new SyncConnection(provider, doc);
  const presence = new AwarenessPresence(provider.awareness);
  provider.on("status", ({ status }) => {
    if (status === "connected") presence.announce();
  });
  const stopWatching = watchPage(provider, () => connection.state().kind === "ended");
  let isDestroyed = false;
  const mayEdit = includesRole(role, "editor");

  const session: MapSession = {
    id,
    role,
    doc,
    snapshots,
    history,
    presence,
    connection,
    get canEdit() {
      return (
        mayEdit &&
        connection.loaded() &&
        connection.state().kind !== "ended" &&
        snapshots.get().schemaVersion <= SCHEMA_VERSION
      );
    },
    perform(label: string, change: (editor: Editor) => void, mergeKey?: string) {
      if (session.canEdit) history.record(label, edit(doc, change), mergeKey);
    },
    undo: () => report(session.canEdit ? history.undo() : undefined),
    redo: () => report(session.canEdit ? history.redo() : undefined),
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      stopWatching();
      presence.destroy();
      connection.destroy();
      provider.destroy();
      snapshots.destroy();
      doc.destroy();
    },
  };
  function report(outcome: UndoOutcome | undefined): void {
    if (outcome !== undefined) onUndone?.(outcome);
  }
  provider.connect();
  return session;
}

/** Comes back at once when the network or the page does, and leaves when the page goes, so that nobody sees a ghost for half a minute. */
function watchPage(provider: WebsocketProvider, isOver: () => boolean): () => void {
  if (typeof window === "undefined") return () => {};
  const leave = () => provider.disconnect();
  const comeBack = () => {
    if (isOver() || provider.wsconnected || provider.wsconnecting) return;
    provider.wsUnsuccessfulReconnects = 0;
    provider.connect();
  };
  // A socket does not notice that its network has gone; a fresh attempt does.
  const startAfresh = () => {
    leave();
    comeBack();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") comeBack();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  window.addEventListener("online", comeBack);
  window.addEventListener("offline", startAfresh);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
    window.removeEventListener("online", comeBack);
    window.removeEventListener("offline", startAfresh);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
