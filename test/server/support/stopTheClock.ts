import { onTestFinished, vi } from "vitest";

/**
 * Lets no time pass for limits until the test is over: what is refused then does not depend on how fast the machine is. Timers go
 * on.
 */
export function stopTheClock(): void {
  const stopped = vi.spyOn(performance, "now").mockReturnValue(performance.now());
  onTestFinished(() => stopped.mockRestore());
}
