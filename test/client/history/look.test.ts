import { afterEach, expect, test, vi } from "vitest";
import { lookAt } from "../../../client/history/look.ts";
import { endLook, useLookStore } from "../../../client/history/lookStore.ts";
import type { Moment } from "../../../client/history/timeline.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const BEFORE = buildMap().organisation("ccg", "ccg").map();
const AFTER = buildMap().organisation("ccg", "ccg").organisation("trust", "foundation-trust").map();

/** Each test asks about moments of its own: a moment that has come once is not asked for again. */
let lastMoment = 0;
function newMoment(): Moment {
  lastMoment += 1;
  return { moment: lastMoment, at: "2026-05-03T09:42:00.000Z", entry: undefined, checkpoint: undefined };
}

type Answer = SystemMap | number | Promise<SystemMap>;

function serving(answers: ReadonlyMap<number, Answer>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const answer = await (answers.get(Number(/history\/(\d+)/.exec(path)?.[1])) ?? 404);
    return typeof answer === "number"
      ? new Response(JSON.stringify({ error: { message: `Error ${answer}.` } }), { status: answer })
      : new Response(JSON.stringify(answer));
  });
  return asked;
}

afterEach(() => {
  endLook();
  vi.unstubAllGlobals();
});

const state = () => useLookStore.getState();
const shownIds = () =>
  state()
    .look?.session.snapshots.get()
    .map.elements.map(({ id }) => id);

test("shows moments one after the other in one session, and ends", async () => {
  const [one, other] = [newMoment(), newMoment()];
  serving(
    new Map([
      [one.moment, BEFORE],
      [other.moment, AFTER],
    ]),
  );
  const live = new TestSession(AFTER);
  await lookAt(live, one);
  const session = state().look?.session;
  expect(shownIds()).toEqual(["ccg"]);
  await lookAt(live, other);
  expect(state().look?.session).toBe(session);
  expect(shownIds()).toEqual(["ccg", "trust"]);
  endLook();
  expect(state()).toEqual({ look: undefined, wanted: undefined, problem: undefined });
});

test("nothing can be written, and the map that is open stays as it is", async () => {
  const moment = newMoment();
  serving(new Map([[moment.moment, BEFORE]]));
  const live = new TestSession(AFTER);
  await lookAt(live, moment);
  const past = state().look?.session;
  expect(past?.canEdit).toBe(false);
  past?.perform("Rename", (editor) => editor.setField("ccg", "name", "Changed"));
  expect(past?.snapshots.get().elementById.get("ccg")?.name).toBe("ccg");
  expect(live.updates).toBe(0);
});

test("a moment that is not kept any more is said not to be, and asking again is not offered", async () => {
  serving(new Map());
  await lookAt(new TestSession(AFTER), newMoment());
  expect(state()).toMatchObject({ look: undefined, wanted: undefined, problem: { mayRetry: false } });
  expect(state().problem?.text).toContain("not kept any more");
});

test("a server that fails leaves what is shown, and can be asked again", async () => {
  const [one, other] = [newMoment(), newMoment()];
  const answers = new Map<number, Answer>([
    [one.moment, BEFORE],
    [other.moment, 503],
  ]);
  serving(answers);
  const live = new TestSession(AFTER);
  await lookAt(live, one);
  await lookAt(live, other);
  expect(shownIds()).toEqual(["ccg"]);
  expect(state().problem).toMatchObject({ moment: other, mayRetry: true, text: "Error 503." });
  answers.set(other.moment, AFTER);
  await lookAt(live, other);
  expect(state().problem).toBeUndefined();
  expect(shownIds()).toEqual(["ccg", "trust"]);
});

test("of two that are asked for at once the later one is shown, whichever comes first", async () => {
  const [slow, quick] = [newMoment(), newMoment()];
  let answerSlow = (_: SystemMap) => {};
  const slowly = new Promise<SystemMap>((resolve) => {
    answerSlow = resolve;
  });
  serving(
    new Map<number, Answer>([
      [slow.moment, slowly],
      [quick.moment, AFTER],
    ]),
  );
  const live = new TestSession(AFTER);
  const first = lookAt(live, slow);
  await lookAt(live, quick);
  answerSlow(BEFORE);
  await first;
  expect(state().look?.moment).toBe(quick);
  expect(shownIds()).toEqual(["ccg", "trust"]);
});

test("whoever goes back to now before the moment has come stays there", async () => {
  const moment = newMoment();
  serving(new Map([[moment.moment, BEFORE]]));
  const coming = lookAt(new TestSession(AFTER), moment);
  endLook();
  await coming;
  expect(state().look).toBeUndefined();
});

test("going back and forth asks once for each moment", async () => {
  const [one, other] = [newMoment(), newMoment()];
  const asked = serving(
    new Map([
      [one.moment, BEFORE],
      [other.moment, AFTER],
    ]),
  );
  const live = new TestSession(AFTER);
  for (const moment of [one, other, one, other]) await lookAt(live, moment);
  expect(asked).toHaveLength(2);
});
