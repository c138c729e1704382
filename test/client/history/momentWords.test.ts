import { expect, test } from "vitest";
import { lookWords } from "../../../client/history/lookWords.ts";
import {
  asOfWords,
  dayHeading,
  momentWords,
  personDetail,
  personInSentence,
  personName,
} from "../../../client/history/momentWords.ts";
import { ANN, checkpoint, entry } from "./historyAnswers.ts";

/** By English summer time, whatever the clock of whoever runs the test says. */
const at = new Date("2026-05-05T09:42:00Z");
const laterThatYear = new Date("2026-11-22T12:00:00Z");

test.each([
  ["in the same year", laterThatYear, "Tuesday 5 May at 10:42"],
  ["in another year", new Date("2027-01-01T12:00:00Z"), "Tuesday 5 May 2026 at 10:42"],
])("a moment %s", (_, now, words) => {
  expect(momentWords(at, now)).toBe(words);
});

test("the title of a copy names the day in full", () => {
  expect(asOfWords(at)).toBe("5 May 2026, 10:42");
});

test.each([
  [new Date("2026-05-05T22:59:00Z"), "Today, Tuesday 5 May"],
  [new Date("2026-05-05T23:01:00Z"), "Yesterday, Tuesday 5 May"],
  [new Date("2026-05-06T23:01:00Z"), "Tuesday 5 May"],
])("a day seen from %s", (now, words) => {
  expect(dayHeading(at, now)).toBe(words);
});

test("a day is yesterday over the change of the clocks, too", () => {
  expect(dayHeading(new Date("2026-03-28T23:00:00Z"), new Date("2026-03-29T22:00:00Z"))).toMatch(
    /^Yesterday/,
  );
});

test.each([
  [ANN, "Ann Archer", "Ann Archer", "Cambridgeshire CCG"],
  [
    { name: " ", organisation: "", link: "Workshop" },
    "Somebody without a name",
    "somebody without a name",
    "by the link “Workshop”",
  ],
  [{ name: "", organisation: "", link: "" }, "Plumbline", "Plumbline", ""],
])("a person: %o", (person, name, inSentence, detail) => {
  expect(personName(person)).toBe(name);
  expect(personInSentence(person)).toBe(inSentence);
  expect(personDetail(person)).toBe(detail);
});

const when = { moment: 9, at: at.toISOString(), entry: undefined, checkpoint: undefined };

test.each([
  [{ ...when, entry: entry(9) }, "on Tuesday 5 May at 10:42, after a change by Ann Archer"],
  [
    { ...when, entry: entry(9), checkpoint: checkpoint(9, { kind: "named", name: "Agreed" }) },
    "on Tuesday 5 May at 10:42, “Agreed”",
  ],
  [
    { ...when, checkpoint: checkpoint(9, { kind: "before-restore" }) },
    "on Tuesday 5 May at 10:42 (before the map was restored)",
  ],
  [{ ...when, checkpoint: checkpoint(9) }, "on Tuesday 5 May at 10:42"],
])("what is looked at: %#", (moment, words) => {
  expect(lookWords(moment, laterThatYear)).toBe(words);
});
