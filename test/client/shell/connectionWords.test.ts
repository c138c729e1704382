import { describe, expect, test } from "vitest";
import { connectionWords, endedWords } from "../../../client/shell/connectionWords.ts";

describe("the save indicator", () => {
  test.each([
    [{ kind: "connecting", failed: false }, "Connecting …"],
    [{ kind: "saved" }, "Saved for everyone"],
    [{ kind: "saving", changes: 2 }, "Saving …"],
    [{ kind: "slow", changes: 2 }, "Saving is taking long. Keep this tab open."],
    [{ kind: "reconnecting" }, "Reconnecting …"],
    [{ kind: "offline", changes: 1 }, "Offline, 1 change kept in this tab"],
    [{ kind: "offline", changes: 3 }, "Offline, 3 changes kept in this tab"],
    [{ kind: "ended", reason: "revoked", changes: 0 }, "Disconnected"],
    [{ kind: "ended", reason: "revoked", changes: 2 }, "Disconnected, 2 changes not saved"],
  ] as const)("says of %o: %s", (state, words) => {
    expect(connectionWords(state, true)).toBe(words);
  });

  test("does not speak of saving to those who cannot change anything", () => {
    expect(connectionWords({ kind: "saved" }, false)).toBe("Up to date");
  });

  test.each(["revoked", "no-link", "no-map", "malformed"] as const)(
    "says what to do when a session is over: %s",
    (reason) => {
      const { title, advice } = endedWords(reason);
      expect(title).not.toBe("");
      expect(advice).toMatch(/ask|reload|map file/i);
    },
  );
});
