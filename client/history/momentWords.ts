import type { CheckpointKind, HistoryPerson } from "../../shared/history/HistoryAnswer.ts";
import { TIME_ZONE as timeZone } from "../../shared/history/timeZone.ts";

const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  weekday: "long",
  day: "numeric",
  month: "long",
});
const longDay = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const dayNumbers = new Intl.DateTimeFormat("en-CA", {
  timeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const dayMs = 24 * 60 * 60 * 1000;

/** The day of a moment: "2026-05-03". */
export function dayOf(at: Date): string {
  return dayNumbers.format(at);
}

/** "10:42". */
export function timeWords(at: Date): string {
  return time.format(at);
}

/** "Tuesday 3 May", with the year where it is not this one: "Tuesday 3 May 2022". */
export function dayWords(at: Date, now = new Date()): string {
  const day = weekday.format(at).replace(",", "");
  const year = dayOf(at).slice(0, 4);
  return year === dayOf(now).slice(0, 4) ? day : `${day} ${year}`;
}

/** "Tuesday 3 May at 10:42". */
export function momentWords(at: Date, now = new Date()): string {
  return `${dayWords(at, now)} at ${timeWords(at)}`;
}

/** For the title of a copy: "3 May 2026, 10:42". */
export function asOfWords(at: Date): string {
  return `${longDay.format(at)}, ${timeWords(at)}`;
}

/** The heading of a day in the timeline: "Today, Tuesday 3 May", "Yesterday, Monday 2 May", else the day itself. */
export function dayHeading(at: Date, now = new Date()): string {
  const daysAgo = (Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / dayMs;
  if (daysAgo === 0) return `Today, ${dayWords(at, now)}`;
  return daysAgo === 1 ? `Yesterday, ${dayWords(at, now)}` : dayWords(at, now);
}

/** What a person is called: their name, else the link that they came by, else the server itself. */
export function personName({ name, link }: HistoryPerson): string {
  if (name.trim() !== "") return name;
  return link === "" ? "Plumbline" : "Somebody without a name";
}

/** The same within a sentence. */
export function personInSentence(person: HistoryPerson): string {
  const name = personName(person);
  return person.name.trim() === "" && person.link !== ""
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

/** What stands beside the name: the organisation, and for somebody without a name the link that they came by. */
export function personDetail({ name, organisation, link }: HistoryPerson): string {
  const came = name.trim() === "" && link !== "" ? `by the link “${link}”` : "";
  return [organisation.trim(), came].filter((part) => part !== "").join(", ");
}

const KIND_WORDS: Readonly<Record<CheckpointKind, string>> = {
  start: "The map was made",
  automatic: "Kept automatically",
  named: "Named moment",
  "before-restore": "Before the map was restored",
  "before-upgrade": "Before Plumbline was updated",
};

/** What a checkpoint is called that nobody has named. */
export function checkpointWords(kind: CheckpointKind): string {
  return KIND_WORDS[kind];
}
