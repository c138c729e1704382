import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import type { BenchMap } from "./ourMap.ts";

const TURN_MS = 100;
const TURNS_OF_A_DRAG = 10;

/** People who have the same map open and never rest: their pointers move, each drags a card and drops it once a second. */
export class Companions {
  readonly #providers: readonly WebsocketProvider[];
  readonly #timer: ReturnType<typeof setInterval>;
  #turn = 0;

  private constructor(providers: readonly WebsocketProvider[], map: SystemMap) {
    this.#providers = providers;
    this.#timer = setInterval(() => {
      this.#turn += 1;
      for (const [index, provider] of providers.entries()) this.#move(provider, index, map);
    }, TURN_MS);
  }

  /** Lets so many people join, and waits until each has the map. */
  static async join(port: number, benchMap: BenchMap, map: SystemMap, count: number): Promise<Companions> {
    const providers = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, benchMap.id, new Y.Doc(), {
          WebSocketPolyfill: WebSocket as never,
          protocols: ["plumbline", `plumbline.token.${benchMap.token}`],
          disableBc: true,
        });
        provider.awareness.setLocalStateField("user", {
          name: `Person ${index + 1}`,
          organisation: "Brackenfield trust",
          colour: "#00703c",
        });
        if (!provider.synced) await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
        return provider;
      }),
    );
    return new Companions(providers, map);
  }

  leave(): void {
    clearInterval(this.#timer);
    for (const provider of this.#providers) {
      provider.destroy();
      provider.doc.destroy();
    }
  }

  #move({ awareness, doc }: WebsocketProvider, index: number, { elements }: SystemMap): void {
    const step = this.#turn % TURNS_OF_A_DRAG;
    const card = elements[(index * 97 + Math.floor(this.#turn / TURNS_OF_A_DRAG)) % elements.length];
    if (card === undefined) return;
    const { x, y } = card.position;
    const dx = step * 4;
    const isDropped = step === TURNS_OF_A_DRAG - 1;
    if (isDropped) edit(doc, (editor) => editor.setField(card.id, "position", { x: x + dx, y: y + dx }));
    // As one state, like the page does: each is a message to everybody.
    awareness.setLocalState({
      ...awareness.getLocalState(),
      cursor: { x: x + dx, y: y + dx },
      selection: [card.id],
      drag: isDropped ? undefined : { ids: [card.id], dx, dy: dx },
    });
  }
}
