/** Whether calls are taken, and how many of them run. Closed while the server goes down or changes its store. */
export class Admission {
  #isOpen = true;
  #running = 0;
  #whenQuiet: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Notes that a call has begun; call the answer once, when it has ended. `null` = it is not taken. */
  enter(): (() => void) | null {
    if (!this.#isOpen) return null;
    this.#running += 1;
    return () => {
      this.#running -= 1;
      if (this.#running > 0) return;
      for (const quiet of this.#whenQuiet) quiet();
      this.#whenQuiet = [];
    };
  }

  /** Takes no more calls, and waits, at most so long, for those that run. Answers whether they have ended. */
  async close(longestWaitMs: number): Promise<boolean> {
    this.#isOpen = false;
    if (this.#running === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longestWaitMs);
    });
    await Promise.race([new Promise<void>((resolve) => this.#whenQuiet.push(resolve)), late]);
    clearTimeout(timer);
    return this.#running === 0;
  }

  open(): void {
    this.#isOpen = true;
  }
}
