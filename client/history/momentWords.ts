import type { CheckpointKind, HistoryPerson } from "../../shared/history/HistoryAnswer.ts";

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const longDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** "10:42", as it is here. */
export function timeWords(at: Date): string {
  return time.format(at);
}

/** "Tuesday 3 May", with the year where it is not this one: "Tuesday 3 May 2022". As it is here. */
export function dayWords(at: Date, now = new Date()): string {
  const day = weekday.format(at).replace(",", "");
  return at.getFullYear() === now.getFullYear() ? day : `${day} ${at.getFullYear()}`;
}

/** "Tuesday 3 May at 10:42". */
export function momentWords(at: Date, now = new Date()): string {
  return `${dayWords(at, now)} at ${timeWords(at)}`;
}

/** For the title of a copy: "3 May 2026, 10:42". */
export function asOfWords(at: Date): string {
  return `${longDay.format(at)}, ${timeWords(at)}`;
}

/** The heading of a day in the timeline: "Today", "Yesterday", else the day itself. */
export function dayHeading(at: Date, now = new Date()): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (daysAgo === 0) return `Today, ${dayWords(at, now)}`;
  return daysAgo === 1 ? `Yesterday, ${dayWords(at, now)}` : dayWords(at, now);
}

const dayMs = 24 * 60 * 60 * 1000;

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
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
