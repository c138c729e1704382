import { afterAll, beforeAll } from "vitest";
import { type RunningServer, startServer } from "../../../../server/startServer.ts";
import { openMemoryStorage } from "../../../../server/storage/openMemoryStorage.ts";
import type { Storage } from "../../../../server/storage/Storage.ts";
import { Browser } from "../../support/browser.ts";
import type { TestMap } from "../../support/withServer.ts";
import { ADA, BEN, signIn } from "./signIn.ts";
import { PUBLIC_URL, TestDirectory } from "./TestDirectory.ts";

export interface SignedServer {
  readonly server: RunningServer;
  readonly directory: TestDirectory;
  readonly storage: Storage;
}

/** A server and the directory that people sign in with, for all tests of a file. It knows Ada and Ben, of two organisations, and Cyd of none. */
export function signedServerOfFile(): () => SignedServer {
  let made: SignedServer | undefined;
  beforeAll(async () => {
    const directory = await TestDirectory.start();
    directory.people.set("ada", ADA).set("ben", BEN).set("cyd", { name: "Cyd Levy" });
    const storage = openMemoryStorage();
    const server = await startServer({
      port: 0,
      dataFolder: null,
      logLevel: "silent",
      publicUrl: PUBLIC_URL,
      signIn: directory.settings(),
      storage,
    });
    made = { server, directory, storage };
  });
  afterAll(async () => {
    await made?.server.close();
    await made?.directory.stop();
  });
  return () => {
    if (!made) throw new Error("The server has not started.");
    return made;
  };
}

/** A browser in which somebody is signed in; `null`: nobody. */
export async function browserOf(
  { server, directory }: SignedServer,
  subject: string | null,
): Promise<Browser> {
  const browser = new Browser(server);
  if (subject !== null) await signIn(browser, directory, subject);
  return browser;
}

/** Makes a map as whoever is signed in in a browser. */
export async function mapOf(browser: Browser): Promise<TestMap> {
  const made = await (await browser.post("/api/maps", {})).json();
  const { id, links } = made as { id: string; links: Record<string, string> };
  const token = Object.fromEntries(
    Object.entries(links).map(([role, link]) => [role, link.split("#")[1] ?? ""]),
  );
  return { id, token: token as TestMap["token"] };
}

/** Opens a map in a browser as the page does. */
export function open(browser: Browser, map: TestMap, token: string): Promise<Response> {
  return browser.post("/api/session", { map: map.id, token });
}

/** The id of the link that an answer is about. */
export async function linkIn(response: Response): Promise<string> {
  const { link } = (await response.json()) as { link: string };
  return link;
}
