import type { Page } from "@playwright/test";
import { percentile } from "../percentile.ts";

/** How long frames took while something was going on, in milliseconds. */
export interface FrameTimes {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

declare global {
  interface Window {
    benchFrames?: { readonly times: number[]; readonly tasks: number[]; isRunning: boolean };
  }
}

/** Measures the frames of a page while something is done to it, after it has come to rest. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<FrameTimes> {
  await restOf(page);
  await startRecording(page);
  await act();
  const { frames } = await stopRecording(page);
  return {
    median: percentile(frames, 0.5),
    p95: percentile(frames, 0.95),
    longest: Math.max(...frames),
  };
}

const CALM_FRAMES = 10;
const CALM_FRAME_MS = 40;
/** On a machine where nothing ever comes to rest, what is measured includes the unrest. */
const LONGEST_WAIT_MS = 20_000;

/** Waits until a page has drawn ten frames in a row without hurry. Says whether it has: after a while it is measured all the same. */
export async function restOf(page: Page): Promise<boolean> {
  const isAtRest = await page.evaluate(
    ({ calmFrames, calmFrameMs, longestWaitMs }) =>
      new Promise<boolean>((resolve) => {
        let calm = 0;
        const start = performance.now();
        let before = start;
        const step = (now: number) => {
          calm = now - before < calmFrameMs ? calm + 1 : 0;
          before = now;
          if (calm >= calmFrames) resolve(true);
          else if (now - start > longestWaitMs) resolve(false);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { calmFrames: CALM_FRAMES, calmFrameMs: CALM_FRAME_MS, longestWaitMs: LONGEST_WAIT_MS },
  );
  if (!isAtRest) console.log(`(The page did not come to rest within ${LONGEST_WAIT_MS / 1000} s.)`);
  return isAtRest;
}

/** Begins to note how long each frame takes, and every task of more than 50 ms. */
export async function startRecording(page: Page): Promise<void> {
  await page.evaluate(() => {
    const record = { times: [] as number[], tasks: [] as number[], isRunning: true };
    window.benchFrames = record;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) record.tasks.push(duration);
    });
    observer.observe({ type: "longtask" });
    const step = (now: number) => {
      record.times.push(now);
      if (record.isRunning) requestAnimationFrame(step);
      else observer.disconnect();
    };
    requestAnimationFrame(step);
  });
}

/** What has been noted since. */
export async function stopRecording(page: Page): Promise<{ frames: number[]; longTasks: number[] }> {
  return page.evaluate(() => {
    const record = window.benchFrames;
    if (record === undefined) return { frames: [], longTasks: [] };
    record.isRunning = false;
    const frames = record.times.slice(1).map((time, index) => time - (record.times[index] ?? time));
    return { frames, longTasks: record.tasks };
  });
}
