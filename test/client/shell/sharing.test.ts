import { describe, expect, it } from "vitest";
import { endOf } from "../../../client/shell/share/lifetimes.ts";
import { eventWords, readEvent } from "../../../client/shell/share/securityLog.ts";
import { SECURITY_EVENTS } from "../../../server/storage/SecurityStore.ts";

describe("how long a link is valid", () => {
  const now = new Date(2026, 10, 22, 9, 30);
  it.each([
    ["hour", new Date(2026, 10, 22, 10, 30)],
    ["two-hours", new Date(2026, 10, 22, 11, 30)],
    ["eight-hours", new Date(2026, 10, 22, 17, 30)],
    ["today", new Date(2026, 10, 22, 23, 59, 59)],
    ["day", new Date(2026, 10, 23, 9, 30)],
    ["week", new Date(2026, 10, 29, 9, 30)],
    ["month", new Date(2026, 11, 22, 9, 30)],
    ["never", undefined],
  ] as const)("%s", (lifetime, end) => {
    expect(endOf(lifetime, now)).toEqual(end);
  });
});

describe("the security log in words", () => {
  const event = (some: object) => {
    const read = readEvent({ at: "2026-11-22T09:30:00Z", kind: "opened", by: null, about: null, ...some });
    if (read === undefined) throw new Error("The event does not read.");
    return eventWords(read);
  };

  it("names links by their labels and roles", () => {
    const by = { link: "L1", label: "", role: "owner" };
    const about = { link: "L2", label: "Finance team", role: "editor" };
    expect(event({ kind: "opened", by: about })).toBe(
      "Somebody with “Finance team” (editor) opened the map.",
    );
    expect(event({ kind: "link-revoked", by, about })).toBe(
      "Somebody with the owner link revoked “Finance team” (editor).",
    );
    expect(event({ kind: "exported", by, detail: "png" })).toBe(
      "Somebody with the owner link fetched the picture (PNG) from the server.",
    );
  });

  it("has words for everything that the server notes", () => {
    for (const kind of SECURITY_EVENTS) expect(event({ kind })).toMatch(/^[A-Z].*\.$/);
  });

  it("takes what it does not know as it is, and nothing that is no event", () => {
    expect(event({ kind: "something-new" })).toBe("something-new");
    expect(readEvent("nothing")).toBeUndefined();
  });
});
