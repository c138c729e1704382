import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "../../server/settings.ts";

describe("readSettings", () => {
  it("has defaults for everything", () => {
    expect(readSettings({})).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      dataFolder: resolve("data"),
      publicUrl: null,
      signupKey: null,
      logLevel: "warn",
    });
    expect(readSettings({ PORT: " ", PUBLIC_URL: "" }).port).toBe(8080);
  });

  it.each([
    [{ PORT: "80a" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PUBLIC_URL: "maps.example.org" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://example.org/maps" }, "PUBLIC_URL"],
    [{ TRUSTED_PROXIES: "proxy" }, "TRUSTED_PROXIES"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ])("names what is wrong with %j", (environment, name) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(name);
  });
});
