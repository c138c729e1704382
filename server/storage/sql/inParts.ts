/** One statement takes so many values in a list: SQLite allows 32,766 parameters, PostgreSQL 65,535. */
const MOST_VALUES = 10_000;

/** A list in parts that each fit into a statement. */
export function inParts<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const parts: (readonly Value[])[] = [];
  for (let start = 0; start < values.length; start += MOST_VALUES)
    parts.push(values.slice(start, start + MOST_VALUES));
  return parts;
}
