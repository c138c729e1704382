import * as z from "zod/mini";

z.config({ jitless: true });

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One field of an element or relation: what kind of value it takes (which decides how it is edited), how a value is
 * checked, and what a person is told when it does not fit.
 */
export interface Field<T> {
  readonly type:
    | "text"
    | "date"
    | "pounds"
    | "months"
    | "percent"
    | "count"
    | "number"
    | "yes-no"
    | "one-of"
    | "list-of"
    | "id"
    | "point"
    | "size";
  readonly check: z.ZodMiniType<T>;
  /** Completes the sentence "… is not …". */
  readonly expected: string;
  /** The values allowed, for `one-of` and `list-of`. */
  readonly values?: readonly string[];
  /** The element type that an `id` must name. */
  readonly names?: "place" | "contract" | "organisation";
}

/** The type of a set of fields, each optional. */
export type Values<F extends Record<string, Field<unknown>>> = {
  readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never;
};

export const text: Field<string> = { type: "text", check: z.string(), expected: "a text" };
export const isoDate: Field<string> = {
  type: "date",
  check: z.iso.date(),
  expected: "an ISO 8601 date such as 2015-04-01",
};
/** Whole pounds, 0 or more. */
export const pounds: Field<number> = {
  type: "pounds",
  check: z.int().check(z.gte(0)),
  expected: "a whole number of pounds, 0 or more",
};
/** Whole pounds that may be below zero (net assets). */
export const signedPounds: Field<number> = {
  type: "pounds",
  check: z.int(),
  expected: "a whole number of pounds",
};
export const termMonths: Field<number> = {
  type: "months",
  check: z.int().check(z.gte(1)),
  expected: "a whole number of months, 1 or more",
};
export const months: Field<number> = {
  type: "months",
  check: z.int().check(z.gte(0)),
  expected: "a whole number of months, 0 or more",
};
export const percent: Field<number> = {
  type: "percent",
  check: z.number().check(z.gte(0), z.lte(100)),
  expected: "a percentage from 0 to 100",
};
export const count: Field<number> = {
  type: "count",
  check: z.int().check(z.gte(0)),
  expected: "a whole number, 0 or more",
};
export const anyNumber: Field<number> = { type: "number", check: z.number(), expected: "a number" };
export const yesNo: Field<boolean> = { type: "yes-no", check: z.boolean(), expected: "true or false" };

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const point: Field<Point> = {
  type: "point",
  check: z.looseObject({ x: z.number(), y: z.number() }) as unknown as z.ZodMiniType<Point>,
  expected: "a point with the numbers x and y",
};
export const size: Field<Size> = {
  type: "size",
  check: z.looseObject({
    width: z.number().check(z.gte(0)),
    height: z.number().check(z.gte(0)),
  }) as unknown as z.ZodMiniType<Size>,
  expected: "a size with the numbers width and height, 0 or more",
};

/** One value out of a list. */
export function oneOf<const T extends string>(values: readonly T[]): Field<T> {
  return {
    type: "one-of",
    check: z.enum(values as [T, ...T[]]) as unknown as z.ZodMiniType<T>,
    expected: `one of ${values.join(", ")}`,
    values,
  };
}

/** Any number of values out of a list, each once. */
export function listOf<const T extends string>(values: readonly T[]): Field<readonly T[]> {
  return {
    type: "list-of",
    check: z.array(z.enum(values as [T, ...T[]])) as unknown as z.ZodMiniType<readonly T[]>,
    expected: `a list of values out of ${values.join(", ")}`,
    values,
  };
}

/** The id of an element of a type. */
export function idOf(names: "place" | "contract" | "organisation"): Field<string> {
  return {
    type: "id",
    check: z.string().check(z.minLength(1)),
    expected: `the id of ${names === "organisation" ? "an" : "a"} ${names}`,
    names,
  };
}
