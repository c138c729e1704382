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
      adminKey: null,
      accessibilityContact: null,
      securityLogDays: 180,
      securityLogAddresses: false,
      logLevel: "info",
    });
    expect(readSettings({ PORT: " ", PUBLIC_URL: "" }).port).toBe(8080);
    expect(readSettings({}).retentionDays).toBeNull();
    expect(readSettings({ RETENTION_DAYS: "365" }).retentionDays).toBe(365);
  });

  it.each([
    [{ PORT: "80a" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PUBLIC_URL: "maps.example.org" }, "PUBLIC_URL"],
    [{ PUBLIC_URL: "https://example.org/maps" }, "PUBLIC_URL"],
    [{ TRUSTED_PROXIES: "proxy" }, "TRUSTED_PROXIES"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ RETENTION_DAYS: "0" }, "RETENTION_DAYS"],
    [{ RETENTION_DAYS: "1.5" }, "RETENTION_DAYS"],
    [{ RETENTION_DAYS: "forever" }, "RETENTION_DAYS"],
    [{ PLUMBLINE_ADMIN_KEY: "short" }, "PLUMBLINE_ADMIN_KEY"],
    [{ ACCESSIBILITY_CONTACT: "a".repeat(201) }, "ACCESSIBILITY_CONTACT"],
    [{ SECURITY_LOG_DAYS: "0" }, "SECURITY_LOG_DAYS"],
    [{ SECURITY_LOG_ADDRESSES: "yes" }, "SECURITY_LOG_ADDRESSES"],
  ])("names what is wrong with %j", (environment, name) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(name);
  });

  it("says of a PUBLIC_URL with a path that it needs a host name of its own", () => {
    const read = () => readSettings({ PUBLIC_URL: "https://example.org/maps" });
    expect(read).toThrow("a host name of its own");
    expect(readSettings({ PUBLIC_URL: "https://maps.example.org" }).publicUrl?.host).toBe("maps.example.org");
  });
});
