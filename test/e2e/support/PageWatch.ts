import type { BrowserContext, Page } from "@playwright/test";

/** What the runner says in the page's name where it lets no service worker in. */
const blockedServiceWorker = "Service Worker registration blocked";

/** Hears what must not happen on any page: requests to elsewhere, script errors, refusals by the security policy, dialogs of the browser. */
export class PageWatch {
  readonly problems: string[] = [];
  /** What kinds of request were heard, such as `font`, `websocket` or `serviceworker`: so that silence means something. */
  readonly kinds = new Set<string>();
  readonly #origins: Set<string>;
  readonly #allowed: RegExp[] = [];

  constructor(ownAddress: string) {
    this.#origins = new Set([hostOf(ownAddress)]);
  }

  /** Another server of the test. */
  allowAddress(address: string): void {
    this.#origins.add(hostOf(address));
  }

  /** What the test brings about on purpose, such as an answer 404. */
  allow(problem: RegExp): void {
    this.#allowed.push(problem);
  }

  follow(context: BrowserContext): void {
    // Also those of workers, of the service worker, and reports of the security policy.
    context.on("request", (request) => this.#hearAddress(request.url(), request.resourceType()));
    context.on("serviceworker", (worker) => this.#hearAddress(worker.url(), "serviceworker"));
    context.on("page", (page) => this.#followPage(page));
    context.on("weberror", (error) => this.#hear(`script error: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.text().includes(blockedServiceWorker)) return;
      if (message.type() === "error" || message.type() === "warning")
        this.#hear(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on("dialog", (dialog) => {
      // The browser asks before a tab with unsaved changes closes: that one is the product's own.
      if (dialog.type() === "beforeunload") return void dialog.accept();
      this.#hear(`dialog: ${dialog.message()}`);
      return void dialog.dismiss();
    });
  }

  /** What was heard and not allowed. */
  unexpected(): readonly string[] {
    return this.problems.filter((problem) => !this.#allowed.some((allowed) => allowed.test(problem)));
  }

  #followPage(page: Page): void {
    page.on("websocket", (socket) => this.#hearAddress(socket.url(), "websocket"));
    page.on("worker", (worker) => this.#hearAddress(worker.url(), "worker"));
  }

  #hearAddress(address: string, kind: string): void {
    this.kinds.add(kind);
    const { protocol } = new URL(address);
    if (protocol === "data:" || protocol === "blob:") return;
    if (!this.#origins.has(hostOf(address))) this.#hear(`request to elsewhere (${kind}): ${address}`);
  }

  #hear(problem: string): void {
    this.problems.push(problem);
  }
}

function hostOf(address: string): string {
  return new URL(address).host;
}
