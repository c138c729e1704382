import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmation, readText, textOf } from "../../../client/panels/inspector/fieldText.ts";
import {
  anyNumber,
  count,
  type Field,
  isoDate,
  months,
  percent,
  pounds,
  signedPounds,
  termMonths,
  text,
} from "../../../shared/model/field.ts";

function valueRead(field: Field<unknown>, typedText: string): unknown {
  const reading = readText(field, typedText);
  return reading.ok ? reading.value : { problem: reading.problem };
}

describe("what an edit box shows and reads", () => {
  it("understands money as people write it, shows it short and confirms it in full", () => {
    expect(valueRead(pounds, "726m")).toBe(726_000_000);
    expect(textOf(pounds, 726_000_000)).toBe("£726m");
    expect(confirmation(pounds, 726_000_000)).toBe("£726,000,000");
  });

  it("shows an amount in full where the short form would lose some of it", () => {
    expect(textOf(pounds, 145_234_567)).toBe("£145,234,567");
  });

  it("takes an empty box for not stated, never for zero", () => {
    for (const field of [pounds, months, percent, count, isoDate, text]) {
      expect(valueRead(field, "")).toBeUndefined();
    }
  });

  it("keeps the empty name of an element a text, and refuses an empty figure that must be there", () => {
    expect(readText(text, "", true)).toEqual({ ok: true, value: "" });
    expect(readText(anyNumber, " ", true)).toEqual({ ok: false, problem: "This cannot be left out." });
  });

  it("says what is wrong with nonsense, and how to write it", () => {
    expect(valueRead(pounds, "a lot")).toEqual({
      problem: "This is not an amount. Write it like 726m, £1.2bn or 650,000.",
    });
    expect(valueRead(percent, "150")).toEqual({ problem: "150 is not a percentage from 0 to 100." });
    expect(valueRead(termMonths, "0")).toEqual({ problem: "0 is not a whole number of months, 1 or more." });
    expect(valueRead(pounds, "-5m")).toEqual({ problem: "-5m is not a whole number of pounds, 0 or more." });
    expect(valueRead(count, "12.5")).toEqual({ problem: "12.5 is not a whole number, 0 or more." });
    expect(valueRead(isoDate, "31/2/2015")).toHaveProperty("problem");
  });

  it("confirms a date and a length of time in words, and says nothing about a percentage", () => {
    expect(confirmation(isoDate, "2015-04-01")).toBe("1 April 2015");
    expect(confirmation(termMonths, 60)).toBe("5 years");
    expect(confirmation(percent, 15)).toBeUndefined();
  });

  it("refuses a text that is too long, and says how long it is", () => {
    expect(readText(text, "x".repeat(1_000), true, 1_000)).toEqual({ ok: true, value: "x".repeat(1_000) });
    expect(readText(text, "x".repeat(10_000), true, 1_000)).toEqual({
      ok: false,
      problem:
        "This has 10,000 characters, and 1,000 fit. Shorten it, or put the rest into the notes; what you typed is kept.",
    });
  });

  it("lets net assets be below zero", () => {
    expect(valueRead(signedPounds, "-5m")).toBe(-5_000_000);
  });

  it("reads percentages with and without their sign, and counts with commas", () => {
    expect(valueRead(percent, "15%")).toBe(15);
    expect(valueRead(percent, "12.5 %")).toBe(12.5);
    expect(valueRead(count, "900,000")).toBe(900_000);
  });

  it("keeps a text as it was typed, white space and all", () => {
    expect(valueRead(text, "  two spaces ")).toBe("  two spaces ");
  });

  it("shows every value so that reading it back gives the same", () => {
    const whole = fc.integer({ min: 0, max: 2_000_000_000_000 });
    const cases: readonly [Field<unknown>, fc.Arbitrary<unknown>][] = [
      [pounds, whole],
      [signedPounds, fc.maxSafeInteger()],
      [months, fc.integer({ min: 0, max: 10_000 })],
      [count, whole],
      [percent, fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)],
      [
        isoDate,
        fc
          .date({
            min: new Date("0001-01-01T00:00:00Z"),
            max: new Date("9999-12-31T00:00:00Z"),
            noInvalidDate: true,
          })
          .map((date) => date.toISOString().slice(0, 10)),
      ],
      [text, fc.string({ minLength: 1 })],
    ];
    for (const [field, values] of cases) {
      fc.assert(
        fc.property(values, (value) => {
          expect(valueRead(field, textOf(field, value))).toBe(value);
        }),
      );
    }
  });
});
