import { isTokenLike } from "../access/tokens.ts";

/** What browsers keep of a sign-in. Over TLS no other host of the same domain can set cookies of these names. */
export class SignInCookies {
  readonly #isSecure: boolean;
  readonly #prefix: string;

  /** @param isSecure whether people's browsers speak TLS to this server. */
  constructor(isSecure: boolean) {
    this.#isSecure = isSecure;
    this.#prefix = isSecure ? "__Host-" : "";
  }

  /** The token of a session. */
  readSession(header: string | undefined): string | null {
    return this.#read(header, sessionName);
  }

  session(token: string, lastsMs: number): string {
    return this.#write(sessionName, token, Math.floor(lastsMs / 1_000));
  }

  endedSession(): string {
    return this.#write(sessionName, "", 0);
  }

  /** What a browser shows to be the one that began a sign-in. */
  readBeginning(header: string | undefined): string | null {
    return this.#read(header, beginningName);
  }

  beginning(token: string, lastsMs: number): string {
    return this.#write(beginningName, token, Math.floor(lastsMs / 1_000));
  }

  #read(header: string | undefined, name: string): string | null {
    for (const pair of (header ?? "").split(";")) {
      const [key, value = ""] = pair.trim().split("=", 2);
      if (key === this.#prefix + name && isTokenLike(value)) return value;
    }
    return null;
  }

  /** Lax: the directory sends people back from a page of its own, and what they come back with must meet both cookies. */
  #write(name: string, value: string, seconds: number): string {
    const secure = this.#isSecure ? "; Secure" : "";
    return `${this.#prefix}${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  }
}

// Not the beginning of the cookie of a link, which is an underscore behind the first word.
const sessionName = "plumbline-signed-in";
const beginningName = "plumbline-signing-in";
