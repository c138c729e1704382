import type { Browser } from "../../support/browser.ts";
import { PUBLIC_URL, type TestDirectory } from "./TestDirectory.ts";

export const ADA = { name: "Ada Marsh", organisation: "Northshire Trust" };
export const BEN = { name: "Ben Okafor", organisation: "Southdale Council" };

/** Sends somebody to the directory; answers the address that they are sent to. */
export async function begin(browser: Browser, returnTo = "/"): Promise<string> {
  const path = `/api/sign-in?return=${encodeURIComponent(returnTo)}`;
  return locationOf(await browser.call(path, { redirect: "manual" }));
}

/** Brings them back; answers the page that they come to. */
export async function comeBack(browser: Browser, { pathname, search }: URL): Promise<string> {
  return locationOf(await browser.call(pathname + search, { redirect: "manual" }));
}

/** Signs somebody in from the first page to the last, which it answers. */
export async function signIn(
  browser: Browser,
  directory: TestDirectory,
  subject: string,
  returnTo = "/",
): Promise<string> {
  directory.atDesk = subject;
  return comeBack(browser, await directory.walk(await begin(browser, returnTo)));
}

/** Who is signed in. */
export async function whoIs(browser: Browser): Promise<unknown> {
  const { person } = (await (await browser.call("/api/me")).json()) as { person: unknown };
  return person;
}

/** A page of the server, as it is named to people. */
export function page(path: string): string {
  return PUBLIC_URL.origin + path;
}

function locationOf(response: Response): string {
  const location = response.headers.get("location");
  if (response.status === 303 && location) return location;
  throw new Error(`Nobody is sent on: ${response.status}`);
}
