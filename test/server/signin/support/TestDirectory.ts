import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type JWTPayload, SignJWT } from "jose";
import { Provider } from "oidc-provider";
import { readSignInSettings, type SignInSettings } from "../../../../server/signin/signInSettings.ts";

export const PUBLIC_URL = new URL("https://maps.example/");
export const CLIENT = { clientId: "plumbline", clientSecret: "a secret of this test alone" };

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

type Claims = Readonly<Record<string, unknown>>;

/** A real OpenID provider in which whoever is named next is at the desk: it asks nobody for a password. */
export class TestDirectory {
  readonly #server: Server;
  /** By their subject. */
  readonly people = new Map<string, Claims>();
  /** Who is at the desk; `null`: somebody who cancels. */
  atDesk: string | null = null;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param port 0 for any. @param publicUrl of the server that sends people here. */
  static async start(port = 0, publicUrl = PUBLIC_URL): Promise<TestDirectory> {
    const server = createServer();
    const directory = new TestDirectory(server);
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const provider = providerAt(directory.issuer, directory.people, publicUrl);
    const answer = provider.callback();
    server.on("request", (request, response) => {
      if (request.url?.startsWith("/interaction/")) void directory.#signIn(provider, request, response);
      else answer(request, response);
    });
    return directory;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What a server is told to let people sign in here. */
  settings(): SignInSettings {
    return settingsFor(this.issuer);
  }

  /** Goes through the directory's pages as a browser does, and answers where it sends people in the end. */
  async walk(address: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = new URL(address);
    while (next.origin === this.issuer) {
      const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(next, { redirect: "manual", headers: { Cookie } });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = "", value = ""] = cookie.split(";", 1)[0]?.split("=", 2) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (!location) throw new Error(`The directory stopped: ${response.status} ${await response.text()}`);
      next = new URL(location, next);
    }
    return next;
  }

  /** The word of this directory that somebody has signed out, or whatever a test makes of it. */
  signOutToken(claims: JWTPayload, key = privateKey): Promise<string> {
    const word = { events: { "http://schemas.openid.net/event/backchannel-logout": {} }, jti: "1" };
    return new SignJWT({ iss: this.issuer, aud: CLIENT.clientId, ...word, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "test" })
      .setIssuedAt(claims.iat)
      .sign(key);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    if (this.atDesk === null) {
      await provider.interactionFinished(request, response, { error: "access_denied" });
      return;
    }
    const grant = new provider.Grant({ accountId: this.atDesk, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    const grantId = await grant.save();
    await provider.interactionFinished(request, response, {
      login: { accountId: this.atDesk },
      consent: { grantId },
    });
  }
}

/** What a server is told to let people sign in at an address. */
export function settingsFor(issuer: string): SignInSettings {
  const variables = {
    ...CLIENT,
    issuer,
    scopes: undefined,
    organisationClaim: undefined,
    name: "Northshire Trust",
    sessionHours: undefined,
  };
  const settings = readSignInSettings(variables, PUBLIC_URL);
  if (!settings) throw new Error("There are no settings.");
  return settings;
}

function providerAt(issuer: string, people: ReadonlyMap<string, Claims>, publicUrl: URL): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [new URL("/api/sign-in/callback", publicUrl).href],
        post_logout_redirect_uris: [publicUrl.href],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig" }] },
    cookies: { keys: ["of this test alone"] },
    claims: {
      openid: ["sub"],
      profile: ["name", "given_name", "family_name", "organisation"],
      email: ["email"],
    },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
}
