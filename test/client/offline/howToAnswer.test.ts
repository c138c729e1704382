import { describe, expect, test } from "vitest";
import { howToAnswer } from "../../../client/offline/howToAnswer.ts";

const ORIGIN = "https://map.example.org";

const answerTo = (path: string, mode = "cors", method = "GET") =>
  howToAnswer({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN);

describe("the service worker", () => {
  test.each([
    "/",
    "/library",
    "/library/",
    "/m/abc_1-2",
    "/m/abc?link=x",
    "/join",
    "/forgotten",
    "/accessibility",
  ])("answers with the page where somebody opens %s", (path) =>
    expect(answerTo(path, "navigate")).toBe("page"),
  );

  test.each(["/assets/index-1a2b.js", "/assets/arimo-latin-400.woff2", "/favicon.svg"])(
    "answers with a file of the build: %s",
    (path) => expect(answerTo(path)).toBe("build-file"),
  );

  test.each([
    "/api/maps/1",
    "/api/session",
    "/api/maps/1/export.svg",
    "/sync/1",
    "/metrics",
    "/serviceWorker.js",
    "/m/abc",
    "https://elsewhere.example.org/assets/index-1a2b.js",
  ])("leaves alone what the page asks for: %s", (path) => expect(answerTo(path)).toBe("network"));

  test.each(["/api/maps/1/export.svg", "/admin", "/healthz", "/m/abc/def"])(
    "leaves alone what somebody opens that is no page of a map: %s",
    (path) => expect(answerTo(path, "navigate")).toBe("network"),
  );

  test("leaves alone whatever changes something", () => {
    expect(answerTo("/assets/index-1a2b.js", "cors", "POST")).toBe("network");
    expect(answerTo("/", "navigate", "POST")).toBe("network");
  });
});
