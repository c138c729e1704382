import { describe, expect, it } from "vitest";
import { statedAsNone, withValue } from "../../../client/panels/inspector/listChoice.ts";
import { listInWords, noneLabelFor } from "../../../client/panels/inspector/valueWords.ts";

const values = ["acute", "urgent", "community"];

describe("a list that may be stated, stated as none, or not stated", () => {
  it("keeps the order of the format whatever is ticked first", () => {
    expect(withValue(withValue(undefined, "community", true, values), "acute", true, values)).toEqual([
      "acute",
      "community",
    ]);
  });

  it("is not stated once the last value is unticked: nobody has said none", () => {
    expect(withValue(["acute"], "acute", false, values)).toBeUndefined();
  });

  it("is empty only where somebody has said so, and ticking a value ends that", () => {
    expect(statedAsNone(true)).toEqual([]);
    expect(statedAsNone(false)).toBeUndefined();
    expect(withValue([], "urgent", true, values)).toEqual(["urgent"]);
  });

  it("tells the three apart in words", () => {
    const none = noneLabelFor("services", "organisation");
    expect(listInWords(undefined, "services", none)).toBe("Not stated");
    expect(listInWords([], "services", none)).toBe("Stated: delivers nothing itself");
    expect(listInWords(["acute", "mental-health"], "services", none)).toBe("Acute, Mental health");
  });
});
