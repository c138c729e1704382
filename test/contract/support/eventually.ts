import { vi } from "vitest";

const LONGEST_MS = 20_000;
const TRY_EVERY_MS = 5;

/** Waits until a check no longer throws; fails with what it throws at the end. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: LONGEST_MS, interval: TRY_EVERY_MS });
}
