import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { ConnectionState } from "../../client/sync/ConnectionState.ts";
import { paceReconnects } from "../../client/sync/paceReconnects.ts";
import { SyncConnection } from "../../client/sync/SyncConnection.ts";
import { edit } from "../../shared/document/edit.ts";
import { ACK_PROTOCOL, PROTOCOL, TOKEN_PROTOCOL_PREFIX } from "../../shared/protocol/messages.ts";

/** A map that somebody has links to. */
export interface KnownMap {
  readonly id: string;
  readonly owner: string;
  readonly editor: string;
}

/** Somebody who draws on a map with the page's own connection and save state. Each change is one element, numbered. */
export class Person {
  readonly doc = new Y.Doc();
  readonly map: KnownMap;
  readonly #name: string;
  readonly #provider: WebsocketProvider;
  readonly #connection: SyncConnection;
  readonly #stopPacing: () => void;
  readonly #kinds = new Set<ConnectionState["kind"]>();
  #made = 0;
  #acknowledged = 0;

  constructor(name: string, map: KnownMap, address: string) {
    this.#name = name;
    this.map = map;
    this.#provider = new WebsocketProvider(`${address.replace("http", "ws")}/sync`, map.id, this.doc, {
      connect: false,
      disableBc: true,
      protocols: [PROTOCOL, ACK_PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${map.editor}`],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
    this.#connection = new SyncConnection(this.#provider, this.doc);
    this.#stopPacing = paceReconnects(this.#provider, () => false);
    this.#connection.subscribe(() => this.#look());
    this.#provider.connect();
  }

  /** Ids of the elements that this person drew and was told are saved. */
  get acknowledged(): readonly string[] {
    return Array.from({ length: this.#acknowledged }, (_, index) => this.#idOf(index));
  }

  get madeCount(): number {
    return this.#made;
  }

  get state(): ConnectionState {
    return this.#connection.state();
  }

  /** Every kind of state that this person has been shown. */
  get seenStates(): ReadonlySet<ConnectionState["kind"]> {
    return this.#kinds;
  }

  get isSaved(): boolean {
    return this.state.kind === "saved";
  }

  /** Whether everybody's changes could be seen, last time that was heard. */
  has(id: string): boolean {
    return this.doc.getMap("elements").has(id);
  }

  draw(): string {
    const id = this.#idOf(this.#made);
    this.#made += 1;
    edit(this.doc, (editor) =>
      editor.addElement({ id, type: "note", name: id, text: id, position: { x: this.#made, y: 0 } }),
    );
    return id;
  }

  leave(): void {
    this.#stopPacing();
    this.#connection.destroy();
    this.#provider.destroy();
    this.doc.destroy();
  }

  #idOf(index: number): string {
    return `${this.#name}-${index}`;
  }

  #look(): void {
    const { state } = this;
    this.#kinds.add(state.kind);
    const waiting = state.kind === "saved" ? 0 : "changes" in state ? state.changes : null;
    if (waiting !== null) this.#acknowledged = Math.max(this.#acknowledged, this.#made - waiting);
  }
}
