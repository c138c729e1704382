import { expect, test } from "vitest";
import { type Day, dayGroups, peopleOf, personKey } from "../../../client/history/dayGroups.ts";
import type { Timeline } from "../../../client/history/timeline.ts";
import { ANN, BEN, checkpoint, entry, lineAbout } from "./historyAnswers.ts";

const everything = { person: undefined, about: undefined };

/** A day of May by English summer time, whatever the clock of whoever runs the test says. */
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 4, day, hour - 1)).toISOString();

const timeline: Timeline = {
  entries: [
    entry(9, { at: at(4, 9), person: BEN, lines: [lineAbout("older"), lineAbout("ccg")] }),
    entry(8, { at: at(4, 0), person: ANN, lines: [lineAbout("ccg")] }),
    entry(7, { at: at(3, 23), person: BEN, lines: [lineAbout("trust")] }),
  ],
  checkpoints: [
    checkpoint(9, { at: at(4, 10), name: "Agreed", kind: "named", person: ANN }),
    checkpoint(7, { at: at(3, 23) }),
  ],
  next: null,
};

const rowsOf = (days: readonly Day[]) =>
  days.map(({ rows }) =>
    rows.map((row) => (row.kind === "entry" ? row.entry.moment : `after ${row.checkpoint.moment}`)),
  );

test("changes stand under the day they were made on, a checkpoint above the change that it comes after", () => {
  expect(rowsOf(dayGroups(timeline, everything))).toEqual([
    ["after 9", 9, 8],
    ["after 7", 7],
  ]);
});

test("by person: their changes, and moments that somebody has named", () => {
  expect(rowsOf(dayGroups(timeline, { ...everything, person: personKey(BEN) }))).toEqual([
    ["after 9", 9],
    [7],
  ]);
});

test("about the selection: only the lines that name it", () => {
  const [day] = dayGroups({ ...timeline, checkpoints: [] }, { ...everything, about: ["ccg", "elsewhere"] });
  expect(day?.rows.map((row) => row.kind === "entry" && row.entry.lines)).toEqual([
    [lineAbout("ccg")],
    [lineAbout("ccg")],
  ]);
});

test("about nothing: nothing", () => {
  expect(dayGroups({ ...timeline, checkpoints: [] }, { ...everything, about: [] })).toEqual([]);
});

test("people are told apart by name and organisation, whichever link they came by", () => {
  const again = { ...ANN, link: "Another link" };
  const elsewhere = { ...ANN, organisation: "Elsewhere" };
  const entries = [entry(3, { person: again }), entry(2, { person: elsewhere }), entry(1, { person: BEN })];
  const people = peopleOf({ ...timeline, entries });
  expect(people.map(({ name, organisation }) => `${name}, ${organisation}`)).toEqual([
    "Ann Archer, Cambridgeshire CCG",
    "Ann Archer, Elsewhere",
    "Ben Okafor, CPFT",
  ]);
});

test("those without a name are told apart by the link that they came by", () => {
  const nobody = (link: string) => ({ name: "", organisation: "", link });
  const entries = [entry(2, { person: nobody("Workshop") }), entry(1, { person: nobody("Editors") })];
  expect(peopleOf({ entries, checkpoints: [], next: null })).toHaveLength(2);
});
