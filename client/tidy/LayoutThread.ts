import type { Placement, TidyRequest } from "../../shared/layout/TidyRequest.ts";

export interface TidyQuestion {
  readonly id: number;
  readonly request: TidyRequest;
}

export type TidyAnswer =
  | { readonly id: number; readonly placements: readonly Placement[] }
  | { readonly id: number; readonly problem: string };

/** What is used of a worker. */
export type LayoutWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** Why there is no layout. `late`: it took longer than allowed. `stopped`: nobody wants it any more. */
export class NoLayout extends Error {
  override readonly name = "NoLayout";
  constructor(
    readonly reason: "late" | "stopped" | "failed",
    message: string,
  ) {
    super(message);
  }
}

/**
 * Works out tidy maps in a thread of its own, which starts when it is first asked and stays for the next time. One that is late
 * or that nobody waits for is ended: a layout cannot be stopped otherwise.
 */
export class LayoutThread {
  readonly #start: () => LayoutWorker;
  #worker: LayoutWorker | undefined;
  #asked = 0;

  constructor(start: () => LayoutWorker) {
    this.#start = start;
  }

  /**
   * Where a tidy map puts its elements.
   * @throws NoLayout, when it fails, takes longer than `limitMs`, or `signal` says that nobody waits.
   */
  ask(request: TidyRequest, limitMs: number, signal: AbortSignal): Promise<readonly Placement[]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      const end = () => {
        clearTimeout(timer);
        listening.abort();
      };
      const giveUp = (problem: NoLayout) => {
        end();
        worker.terminate();
        if (this.#worker === worker) this.#worker = undefined;
        reject(problem);
      };
      const timer = setTimeout(() => giveUp(new NoLayout("late", "It takes too long.")), limitMs);
      const hear = { signal: listening.signal };
      signal.addEventListener("abort", () => giveUp(new NoLayout("stopped", "Nobody waits for it.")), hear);
      worker.addEventListener("error", () => giveUp(new NoLayout("failed", "The thread has failed.")), hear);
      worker.addEventListener(
        "message",
        (event) => {
          const answer = (event as MessageEvent<TidyAnswer>).data;
          if (answer.id !== id) return;
          end();
          if ("placements" in answer) resolve(answer.placements);
          else reject(new NoLayout("failed", answer.problem));
        },
        hear,
      );
      worker.postMessage({ id, request } satisfies TidyQuestion);
    });
  }
}
