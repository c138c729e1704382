/** The services a body can deliver, buy or pay for, in the order in which they are listed on screen. */
export const SERVICES = [
  "acute",
  "urgent",
  "planned",
  "community",
  "mental-health",
  "learning-disability",
  "core-primary-care",
  "enhanced-primary-care",
  "social-care",
  "public-health",
  "specialised",
  "end-of-life",
  "cancer",
  "musculoskeletal",
  "children",
  "older-people",
  "continuing-care",
  "dental",
  "pharmacy",
  "optometry",
  "housing",
  "leisure",
  "transport",
  "other",
] as const;
export type Service = (typeof SERVICES)[number];

const NOT_HEALTH: ReadonlySet<Service> = new Set(["social-care", "housing", "leisure", "transport", "other"]);

/** Whether a service is a health service: every one but social care, housing, leisure, transport and other. */
export function isHealthService(service: Service): boolean {
  return !NOT_HEALTH.has(service);
}
