import ELK from "elkjs/lib/elk.bundled.js";
import { tidyMap } from "../../shared/layout/tidyMap.ts";
import type { TidyAnswer, TidyQuestion } from "./LayoutThread.ts";

const engine = new ELK();
// In a thread without a page elkjs takes every message for its own. Here it works for us, and the messages are ours.
self.onmessage = null;

self.addEventListener("message", async ({ data }: MessageEvent<TidyQuestion>) => {
  self.postMessage(await answer(data));
});

async function answer({ id, request }: TidyQuestion): Promise<TidyAnswer> {
  try {
    return { id, placements: await tidyMap(engine, request) };
  } catch (problem) {
    return { id, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
