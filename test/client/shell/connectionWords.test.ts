import { describe, expect, test } from "vitest";
import { bannerWords, connectionWords, endedWords } from "../../../client/shell/connectionWords.ts";

describe("the save indicator", () => {
  test.each([
    [{ kind: "connecting", failed: false }, "Connecting …"],
    [{ kind: "saved" }, "Saved for everyone"],
    [{ kind: "saving", changes: 2 }, "Saving …"],
    [{ kind: "slow", changes: 2, place: "tab" }, "Saving is taking long. Keep this tab open."],
    [{ kind: "slow", changes: 2, place: "device" }, "Saving is taking long, 2 changes kept on this device"],
    [{ kind: "store-fails", changes: 0, place: "tab" }, "The server cannot save just now"],
    [
      { kind: "store-fails", changes: 3, place: "device" },
      "Server cannot save, 3 changes kept on this device",
    ],
    [{ kind: "reconnecting", isCopy: false }, "Reconnecting …"],
    [{ kind: "offline", changes: 1, place: "tab", isCopy: false }, "Offline, 1 change kept in this tab"],
    [
      { kind: "offline", changes: 3, place: "device", isCopy: true },
      "Offline, 3 changes kept on this device",
    ],
    [{ kind: "ended", reason: "revoked", changes: 0, place: "tab" }, "Disconnected"],
    [{ kind: "ended", reason: "revoked", changes: 2, place: "device" }, "Disconnected, 2 changes not saved"],
  ] as const)("says of %o: %s", (state, words) => {
    expect(connectionWords(state, true)).toBe(words);
  });

  test("does not speak of saving to those who cannot change anything", () => {
    expect(connectionWords({ kind: "saved" }, false)).toBe("Up to date");
  });

  test.each(["revoked", "no-link", "no-map", "read-only", "malformed"] as const)(
    "says what to do when a session is over: %s",
    (reason) => {
      const { title, advice } = endedWords(reason);
      expect(title).not.toBe("");
      expect(advice).toMatch(/ask|reload|map file/i);
    },
  );
});

describe("the banner", () => {
  test("is silent while all is well, and while the connection is only being found again", () => {
    expect(bannerWords({ kind: "saved" }, true)).toBeUndefined();
    expect(bannerWords({ kind: "saving", changes: 2 }, true)).toBeUndefined();
    expect(bannerWords({ kind: "reconnecting", isCopy: false }, true)).toBeUndefined();
  });

  test("says that the tab must stay open only where nothing else keeps the changes", () => {
    const state = { kind: "offline", changes: 2, isCopy: false } as const;
    expect(bannerWords({ ...state, place: "tab" }, true)).toMatch(/in this tab only: keep it open/);
    expect(bannerWords({ ...state, place: "device" }, true)).toMatch(/kept on this device/);
    expect(bannerWords({ ...state, place: "device" }, true)).not.toMatch(/keep it open/);
  });

  test("says that a copy is a copy", () => {
    expect(bannerWords({ kind: "reconnecting", isCopy: true }, true)).toMatch(
      /copy of the map on this device/,
    );
    expect(bannerWords({ kind: "offline", changes: 1, place: "device", isCopy: true }, true)).toMatch(
      /copy of the map on this device. 1 change is kept/,
    );
  });

  test("says what a store that fails means for what is drawn", () => {
    expect(bannerWords({ kind: "store-fails", changes: 0, place: "device" }, true)).toMatch(
      /cannot save just now. Everything so far is saved/,
    );
    expect(bannerWords({ kind: "store-fails", changes: 2, place: "tab" }, true)).toMatch(
      /in this tab only.*keep this tab open/,
    );
  });
});
