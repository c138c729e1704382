import type { Json } from "./field.ts";

/** Whether two JSON values say the same, whatever the order of keys. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  const [first, second] = [one, other] as Readonly<Record<string, Json>>[];
  return keys.every(
    (key) => second && Object.hasOwn(second, key) && isSameJson(first?.[key] ?? null, second[key] ?? null),
  );
}
