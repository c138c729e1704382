import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Editor, edit } from "../../shared/document/edit.ts";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { SnapshotStore } from "../../shared/document/snapshot.ts";
import { UndoHistory, type UndoOutcome } from "../../shared/document/undo.ts";
import { ACK_PROTOCOL, PROTOCOL } from "../../shared/protocol/messages.ts";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import { AwarenessPresence } from "./AwarenessPresence.ts";
import { bearNewClientId } from "./bearNewClientId.ts";
import type { EndReason } from "./ConnectionState.ts";
import { echoNothing } from "./echoNothing.ts";
import type { LocalCopy } from "./LocalCopy.ts";
import type { MapSession } from "./MapSession.ts";
import { paceReconnects } from "./paceReconnects.ts";
import { SyncConnection } from "./SyncConnection.ts";
import { choosingSocketClass } from "./transport/choosingSocketClass.ts";
import { Route } from "./transport/Route.ts";

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
  /** Reads the device's copy into the document and keeps both alike; rejects where the device keeps nothing. Default: there is none. */
  readonly openCopy?: (doc: Y.Doc) => Promise<LocalCopy>;
  /** The server has not been reached: the copy is shown at once, and nothing is sent before `connect`. Default: false. */
  readonly startsAway?: boolean;
}

/** A session, and what whoever opened it may do with it. */
export interface OpenedSession extends MapSession {
  /** Whether the device has a copy with a map in it; settled when it has been read. */
  readonly hasCopy: Promise<boolean>;
  /** Lets a session that started away speak to the server. */
  connect(): void;
  /** Ends the session for good. */
  end(reason: EndReason): void;
}

/** Opens a map and connects. It goes on trying until the server says that there is no point. */
export function openMapSession(options: OpenMapOptions): OpenedSession {
  const { id, role, link, syncUrl, onUndone } = options;
  const doc = new Y.Doc();
  const route = new Route(() => {
    // A session that is away is let back in by whoever opened it, who listens for the network to return.
    if (isAway) window.dispatchEvent(new Event("online"));
    if (isOver()) return;
    provider.disconnect();
    provider.connect();
  });
  const provider: WebsocketProvider = new WebsocketProvider(syncUrl, id, doc, {
    connect: false,
    disableBc: true,
    protocols: [PROTOCOL, ACK_PROTOCOL],
    params: { link },
    WebSocketPolyfill: choosingSocketClass(route, options.webSocket),
  });
  bearNewClientId(provider);
  echoNothing(provider);
  const snapshots = new SnapshotStore(doc);
  const history = new UndoHistory(doc);
  const connection = new SyncConnection(provider, doc);
  const presence = new AwarenessPresence(provider.awareness);
  provider.on("status", ({ status }) => {
    if (status === "connected") presence.announce();
  });
  let isAway = options.startsAway === true;
  const isOver = () => isDestroyed || isAway || connection.state().kind === "ended";
  const stopPacing = paceReconnects(provider, isOver);
  let isDestroyed = false;
  let copy: LocalCopy | undefined;
  const mayEdit = includesRole(role, "editor");
  /** A copy of an older layout is brought up to date by the server alone. */
  const isOfOwnVersion = () => {
    const { schemaVersion } = snapshots.get();
    return connection.hasReceived() ? schemaVersion <= SCHEMA_VERSION : schemaVersion === SCHEMA_VERSION;
  };

  const session: OpenedSession = {
    id,
    role,
    doc,
    snapshots,
    history,
    presence,
    connection,
    route,
    get canEdit() {
      return mayEdit && connection.loaded() && connection.state().kind !== "ended" && isOfOwnVersion();
    },
    perform(label: string, change: (editor: Editor) => void, mergeKey?: string) {
      if (session.canEdit) history.record(label, edit(doc, change), mergeKey);
    },
    undo: () => report(session.canEdit ? history.undo() : undefined),
    redo: () => report(session.canEdit ? history.redo() : undefined),
    mayGo: () => isDestroyed || connection.mayGo(),
    hasCopy: followCopy(),
    connect() {
      isAway = false;
      if (!isOver()) provider.connect();
    },
    end(reason) {
      connection.end(reason);
      provider.disconnect();
    },
    async forgetCopy() {
      const kept = copy;
      session.destroy();
      await kept?.remove();
    },
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      stopPacing();
      void copy?.close();
      presence.destroy();
      connection.destroy();
      provider.destroy();
      route.destroy();
      snapshots.destroy();
      doc.destroy();
    },
  };
  async function followCopy(): Promise<boolean> {
    try {
      const opened = await options.openCopy?.(doc);
      if (isDestroyed) await opened?.close();
      if (isDestroyed || opened === undefined) return false;
      copy = opened;
      const isMap = snapshots.get().schemaVersion > 0;
      connection.followCopy(opened, isMap, isAway);
      dropWhatIsOver();
      return isMap;
    } catch {
      // The browser keeps nothing: the save state says where changes are.
      return false;
    }
  }
  // Somebody who may not see the map any more does not keep it, unless it holds what is nowhere else.
  function dropWhatIsOver(): void {
    const state = connection.state();
    if (state.kind === "ended" && state.changes === 0) void copy?.remove().catch(() => undefined);
  }
  connection.subscribe(dropWhatIsOver);
  function report(outcome: UndoOutcome | undefined): void {
    if (outcome !== undefined) onUndone?.(outcome);
  }
  if (!isAway) provider.connect();
  return session;
}
