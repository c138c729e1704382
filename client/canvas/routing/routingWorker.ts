import { RoutingDesk } from "./RoutingDesk.ts";
import type { RoutingQuestion } from "./wire.ts";

const desk = new RoutingDesk();

addEventListener("message", ({ data }: MessageEvent<RoutingQuestion>) => {
  const answer = desk.answer(data);
  const { figures, pointCounts, points } = answer.changed;
  postMessage(answer, { transfer: [figures.buffer, pointCounts.buffer, points.buffer] });
});
