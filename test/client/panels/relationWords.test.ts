import { describe, expect, it } from "vitest";
import { endWords } from "../../../client/panels/inspector/relationWords.ts";

describe("what the ends of a connection are called", () => {
  it("names the ends of a holding by what they are: it is drawn the other way round", () => {
    expect(endWords("holds")).toEqual(["Holder", "Contract"]);
  });

  it("says no direction where there is none", () => {
    expect(endWords("partners")).toEqual(["Between", "And"]);
    expect(endWords("pays")).toEqual(["From", "To"]);
  });
});
