import type { Random } from "../support/random.ts";

/** As much of a JSON schema as the interface uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly maximum?: number;
}

const oddTexts = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "../../etc/passwd",
  "%00%zz",
  "<script>",
  "' or 1=1 --",
  "\u202e",
  "é".repeat(700),
];
const oddNumbers = [-1, 0, 0.5, 1e308, 2 ** 53, -(2 ** 53)];
const oddValues: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[[]]],
  "",
  0,
  -1,
  { __proto__: null },
  { constructor: 1 },
];

/** A value that the schema allows. */
export function validValue(schema: Schema, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum);
  if (schema.anyOf) return validValue(random.pick(schema.anyOf), random);
  const type = typeof schema.type === "string" ? schema.type : random.pick(schema.type ?? ["string"]);
  switch (type) {
    case "object": {
      const names = Object.keys(schema.properties ?? {}).filter(
        (name) => schema.required?.includes(name) || random.chance(0.6),
      );
      return Object.fromEntries(
        names.map((name) => [name, validValue(schema.properties?.[name] ?? {}, random)]),
      );
    }
    case "array":
      return Array.from({ length: random.below(4) }, () => validValue(schema.items ?? {}, random));
    case "integer":
      return random.below(Math.min(schema.maximum ?? 100, 2 ** 32));
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return validText(schema, random);
  }
}

/** The same value with something wrong in it: another type, something missing, something more, something huge or deep. */
export function spoiltValue(value: unknown, random: Random): unknown {
  if (typeof value === "object" && value !== null && !Array.isArray(value) && random.chance(0.7)) {
    const fields: Record<string, unknown> = { ...value };
    const name = random.pick([...Object.keys(fields), "extra"]);
    if (random.chance(0.2)) delete fields[name];
    else fields[name] = spoiltValue(fields[name], random);
    return fields;
  }
  switch (random.below(6)) {
    case 0:
      return random.pick(oddValues);
    case 1:
      return random.pick(oddNumbers);
    case 2:
      return "x".repeat(10 ** (1 + random.below(5)));
    case 3:
      return nested(10 ** (1 + random.below(3)));
    case 4:
      return { [random.pick(oddTexts)]: value };
    default:
      return random.pick(oddTexts);
  }
}

/** A text that no address or header of ours has. */
export function oddText(random: Random): string {
  return random.pick(oddTexts);
}

function validText({ format, maxLength = 20, minLength = 0 }: Schema, random: Random): string {
  if (format === "date") return "2026-01-31";
  if (format === "date-time") return new Date(Date.now() + random.below(10 ** 9)).toISOString();
  return "Older people’s contract".slice(0, Math.max(minLength, random.below(Math.min(maxLength, 20)) + 1));
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
