import { expect, test } from "vitest";
import { readHistoryAnswer } from "../../../client/history/readHistoryAnswer.ts";
import { checkpoint, entry } from "./historyAnswers.ts";

test("what the server answers is read as it is", () => {
  const answer = {
    entries: [entry(3), entry(2)],
    checkpoints: [checkpoint(3, { kind: "named", name: "Agreed" })],
    next: 2,
  };
  expect(readHistoryAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
});

test.each([undefined, null, "", [], {}, { entries: 7 }])("%j is no page of a history", (value) => {
  expect(readHistoryAnswer(value)).toBeUndefined();
});

test("what of a page cannot be read is left out, and the rest is shown", () => {
  const good = entry(2);
  const answer = readHistoryAnswer({
    entries: [
      good,
      null,
      { ...good, moment: "2" },
      { ...good, at: "yesterday" },
      { moment: 1, at: good.at, person: 5, lines: [{ parts: ["renamed ", { id: 7 }, 8] }, "a line"] },
    ],
    checkpoints: [checkpoint(2), { ...checkpoint(2), id: 4 }, { ...checkpoint(1), kind: "from the future" }],
    next: "later",
  });
  expect(answer?.entries).toEqual([
    good,
    {
      moment: 1,
      at: good.at,
      person: { name: "", organisation: "", link: "" },
      lines: [{ parts: ["renamed "] }],
    },
  ]);
  expect(answer?.checkpoints.map(({ kind }) => kind)).toEqual(["automatic", "automatic"]);
  expect(answer?.next).toBeNull();
});
