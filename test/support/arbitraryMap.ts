import fc from "fast-check";
import {
  ELEMENT_TYPES,
  type ElementType,
  elementFields,
  TYPES_WITH_REQUIRED_KIND,
} from "../../shared/model/element.ts";
import type { Field } from "../../shared/model/field.ts";
import { readMapObject } from "../../shared/model/readMapFile.ts";
import { RELATION_TYPES, relationFields } from "../../shared/model/relation.ts";
import {
  FINDINGS_SHOWN_TO,
  MARKINGS,
  REGIMES,
  RULE_SETTINGS,
  type SystemMap,
} from "../../shared/model/systemMap.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "مستشفى",
    "👩‍⚕️ ward",
    "a".repeat(300),
  ),
);
const isoDay = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const wholeNumber = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 726_000_000, 9_007_199_254_740_991));
const realNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const position = fc.record({ x: realNumber, y: realNumber }, { requiredKeys: ["x", "y"] });
const unknownFields = fc.dictionary(
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("__proto__", "constructor", "~deleted", "services/acute", "x:y"),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 3, noNullPrototype: true },
);

type IdsOf = Readonly<Record<"place" | "contract" | "organisation", readonly string[]>>;

function valueFor(field: Field<unknown>, ids: IdsOf): fc.Arbitrary<unknown> | undefined {
  switch (field.type) {
    case "text":
      return anyText;
    case "date":
      return isoDay;
    case "pounds":
    case "count":
      return wholeNumber;
    case "months":
      return fc.integer({ min: 1, max: 240 });
    case "percent":
      return fc.double({ min: 0, max: 100, noNaN: true });
    case "number":
      return realNumber;
    case "yes-no":
      return fc.boolean();
    case "one-of":
      return fc.constantFrom(...(field.values ?? []));
    case "list-of":
      return fc.uniqueArray(fc.constantFrom(...(field.values ?? [])), { maxLength: 4 });
    case "id": {
      const named = field.names ? ids[field.names] : [];
      return named.length > 0 ? fc.constantFrom(...named) : undefined;
    }
    case "point":
      return position;
    case "size":
      return fc.record({ width: fc.nat(), height: fc.nat() }, { requiredKeys: ["width", "height"] });
  }
}

function fieldsFor(
  fields: Readonly<Record<string, Field<unknown>>>,
  required: readonly string[],
  ids: IdsOf,
) {
  const arbitraries = Object.entries(fields).flatMap(([name, field]) => {
    const value = valueFor(field, ids);
    return value ? [[name, value] as const] : [];
  });
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: [...required], noNullPrototype: true });
}

function elementOf(id: string, type: ElementType, ids: IdsOf): fc.Arbitrary<object> {
  const required = TYPES_WITH_REQUIRED_KIND.has(type) ? ["name", "position", "kind"] : ["name", "position"];
  return fc.tuple(unknownFields, fieldsFor(elementFields(type), required, ids)).map(([unknown, known]) => ({
    ...withoutKnown(unknown, [...Object.keys(elementFields(type)), "id", "type"]),
    ...known,
    id,
    type,
  }));
}

function relationBetween(id: string, ends: readonly string[], ids: IdsOf): fc.Arbitrary<object> {
  return fc.constantFrom(...RELATION_TYPES).chain((type) =>
    fc
      .tuple(
        unknownFields,
        fieldsFor(relationFields(type), [], ids),
        fc.constantFrom(...ends),
        fc.constantFrom(...ends),
      )
      .map(([unknown, known, from, to]) => ({
        ...withoutKnown(unknown, [...Object.keys(relationFields(type)), "id", "type", "from", "to"]),
        ...known,
        id,
        type,
        from,
        to,
      })),
  );
}

function withoutKnown(unknown: object, known: readonly string[]): object {
  return Object.fromEntries(Object.entries(unknown).filter(([name]) => !known.includes(name)));
}

const settings = fc.record(
  {
    rules: fc.dictionary(fc.string({ maxLength: 12 }), fc.constantFrom(...RULE_SETTINGS), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    marking: fc.constantFrom(...MARKINGS),
    findingsShownTo: fc.constantFrom(...FINDINGS_SHOWN_TO),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const decision = fc.record(
  {
    rule: anyText,
    subjects: fc.array(anyText, { maxLength: 3 }).map((ids) => ids.sort()),
    choice: fc.constant("accepted"),
    reason: anyText,
    by: anyText,
    at: isoDay,
    reviewBy: isoDay,
    facts: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: ["rule", "subjects", "choice", "reason", "by", "at"], noNullPrototype: true },
);

/** Any legal map: every type, kind and field, fields the format does not know, settings and decisions. */
export const arbitraryMap: fc.Arbitrary<SystemMap> = fc
  .tuple(fc.array(fc.constantFrom(...ELEMENT_TYPES), { maxLength: 8 }), fc.nat({ max: 8 }))
  .chain(([types, relationCount]) => {
    const elementIds = types.map((type, index) => `${type}-${index}`);
    const named = (wanted: ElementType) => elementIds.filter((_, index) => types[index] === wanted);
    const ids: IdsOf = {
      place: named("place"),
      contract: named("contract"),
      organisation: named("organisation"),
    };
    return fc.record(
      {
        format: fc.constant("system-map"),
        version: fc.constant(1),
        title: anyText,
        regime: fc.constantFrom(...REGIMES),
        asOf: isoDay,
        extension: fc.jsonValue(),
        settings,
        decisions: fc.array(decision, { maxLength: 3 }),
        elements: fc.tuple(...types.map((type, index) => elementOf(elementIds[index] ?? "", type, ids))),
        relations:
          types.length === 0
            ? fc.constant([])
            : fc.tuple(
                ...Array.from({ length: relationCount }, (_, index) =>
                  relationBetween(`relation-${index}`, elementIds, ids),
                ),
              ),
      },
      {
        requiredKeys: ["format", "version", "title", "regime", "elements", "relations"],
        noNullPrototype: true,
      },
    );
  })
  .map((raw) => readMapObject(JSON.parse(JSON.stringify(raw))));
