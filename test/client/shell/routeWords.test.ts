import { describe, expect, it } from "vitest";
import { blockWords, diagnosisText, waitingWords, wayWords } from "../../../client/shell/routeWords.ts";

describe("the words about the way to the server", () => {
  it("explain plain HTTP, and nothing where there is nothing to explain", () => {
    expect(wayWords({ way: "websocket", block: undefined })).toBe("WebSocket");
    expect(blockWords({ way: "websocket", block: undefined })).toBeUndefined();
    expect(wayWords({ way: "http", block: "silent" })).toBe("Plain HTTP");
    expect(blockWords({ way: "http", block: "silent" })).toMatch(/blocks WebSockets.*works the same/);
    expect(wayWords({ way: undefined, block: "silent" })).toBe("Not connected");
    expect(blockWords({ way: undefined, block: "silent" })).toBeUndefined();
  });

  it("say what waits and where it is", () => {
    expect(waitingWords({ kind: "saved" })).toBe("Nothing");
    expect(waitingWords({ kind: "saving", changes: 0 })).toBe("Nothing");
    expect(waitingWords({ kind: "saving", changes: 1 })).toBe("1 change");
    expect(waitingWords({ kind: "offline", changes: 3, place: "device", isCopy: false })).toBe(
      "3 changes, kept on this device",
    );
    expect(waitingWords({ kind: "slow", changes: 2, place: "tab" })).toBe("2 changes, in this tab only");
  });

  it("tell the IT desk what to let through", () => {
    const text = diagnosisText({
      server: "https://map.example.org",
      at: new Date("2015-04-01T09:30:00Z"),
      state: "Reconnecting …",
      route: { way: undefined, block: "cut" },
      roundTripMs: undefined,
      browser: "A browser",
    });
    expect(text.split("\n")).toEqual([
      "Plumbline: connection details",
      "When: 2015-04-01T09:30:00.000Z",
      "Server: https://map.example.org",
      "State: Reconnecting …",
      "Connected by: Not connected; WebSockets were cut soon after they had opened",
      "Time to the server and back: not known",
      "Browser: A browser",
      'What the network should let through: WebSockets (requests with "Upgrade: websocket") to wss://map.example.org/sync/',
    ]);
  });
});
