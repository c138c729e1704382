/** How long a link is to be valid. */
export type Lifetime = "never" | "hour" | "two-hours" | "eight-hours" | "today" | "day" | "week" | "month";

interface Choice<Value extends string = Lifetime> {
  readonly value: Value;
  readonly label: string;
}

/** For links. */
export const LINK_LIFETIMES: readonly Choice[] = [
  { value: "never", label: "Never" },
  { value: "today", label: "At the end of today" },
  { value: "day", label: "In a day" },
  { value: "week", label: "In a week" },
  { value: "month", label: "In 30 days" },
];

/** For short codes, which are valid for a day at most. */
export const CODE_LIFETIMES: readonly Choice<Exclude<Lifetime, "never" | "day" | "week" | "month">>[] = [
  { value: "hour", label: "For an hour" },
  { value: "two-hours", label: "For two hours" },
  { value: "eight-hours", label: "For eight hours" },
  { value: "today", label: "Until the end of today" },
];

const hourMs = 60 * 60 * 1_000;
const hours = { hour: 1, "two-hours": 2, "eight-hours": 8, day: 24, week: 7 * 24, month: 30 * 24 } as const;

/** When a link ends that is made now; undefined for one that never does. */
export function endOf(lifetime: Lifetime, now = new Date()): Date | undefined {
  if (lifetime === "never") return undefined;
  if (lifetime !== "today") return new Date(now.getTime() + hours[lifetime] * hourMs);
  // To the last second: at midnight itself it is tomorrow, and a short code may not last longer than a day.
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 59);
}
