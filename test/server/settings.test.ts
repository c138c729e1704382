import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "../../server/settings.ts";

const SIGN_IN = {
  PUBLIC_URL: "https://maps.example.org",
  OIDC_ISSUER: "https://login.example.org/realms/trust",
  OIDC_CLIENT_ID: "plumbline",
};

describe("readSettings", () => {
  it("has defaults for everything", () => {
    expect(readSettings({})).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      dataFolder: resolve("data"),
      publicUrl: null,
      signupKey: null,
      signIn: null,
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
    [{ OIDC_CLIENT_ID: "plumbline" }, "OIDC_ISSUER"],
    [{ ...SIGN_IN, OIDC_CLIENT_ID: "" }, "OIDC_CLIENT_ID"],
    [{ ...SIGN_IN, PUBLIC_URL: "" }, "PUBLIC_URL"],
    [{ ...SIGN_IN, OIDC_ISSUER: "login.example.org" }, "OIDC_ISSUER"],
    [{ ...SIGN_IN, OIDC_ISSUER: "http://login.example.org" }, "OIDC_ISSUER"],
    [{ ...SIGN_IN, OIDC_SCOPES: "profile" }, "OIDC_SCOPES"],
    [{ ...SIGN_IN, OIDC_SESSION_HOURS: "0" }, "OIDC_SESSION_HOURS"],
    [{ ...SIGN_IN, OIDC_SESSION_HOURS: "721" }, "OIDC_SESSION_HOURS"],
    [{ ...SIGN_IN, OIDC_NAME: "a".repeat(61) }, "OIDC_NAME"],
  ])("names what is wrong with %j", (environment, name) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(name);
  });

  it("reads how people sign in, with defaults for what is not set", () => {
    expect(readSettings(SIGN_IN).signIn).toEqual({
      issuer: new URL("https://login.example.org/realms/trust"),
      clientId: "plumbline",
      clientSecret: null,
      scopes: "openid profile email",
      organisationClaim: "organisation",
      words: "Sign in with your organisation",
      sessionMs: 12 * 60 * 60 * 1_000,
    });
    const local = {
      ...SIGN_IN,
      OIDC_ISSUER: "http://127.0.0.1:4000",
      OIDC_CLIENT_SECRET: "s",
      OIDC_NAME: "NHS mail",
    };
    expect(readSettings(local).signIn).toMatchObject({ clientSecret: "s", words: "Sign in with NHS mail" });
  });

  it("says of a PUBLIC_URL with a path that it needs a host name of its own", () => {
    const read = () => readSettings({ PUBLIC_URL: "https://example.org/maps" });
    expect(read).toThrow("a host name of its own");
    expect(readSettings({ PUBLIC_URL: "https://maps.example.org" }).publicUrl?.host).toBe("maps.example.org");
  });
});
