import type { Page } from "@playwright/test";
import type { SystemMap } from "../../../shared/model/systemMap.ts";

/** A map on the server under test. */
export interface BenchMap {
  readonly id: string;
  readonly link: string;
  readonly token: string;
}

/** Makes a map through the server, as an import does. */
export async function makeBenchMap(port: number, map: SystemMap): Promise<BenchMap> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/maps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ map }),
  });
  if (!answer.ok) throw new Error(`The server took no map: ${answer.status} ${await answer.text()}`);
  const { id, links } = (await answer.json()) as { id: string; links: { owner: string } };
  const { pathname, hash } = new URL(links.owner);
  return { id, link: `http://127.0.0.1:${port}${pathname}${hash}`, token: hash.slice(1) };
}

/** Opens a map, says who has come and waits until everything is there. */
export async function openMap(page: Page, { link }: BenchMap): Promise<void> {
  await page.goto(link);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your name").fill("Ann Archer");
  await dialog.getByLabel("Organisation").fill("Ashby integrated care board");
  await dialog.getByRole("button", { name: "Join", exact: true }).click();
  await page
    .getByTestId("save-state")
    .getByText(/Saved|Up to date/)
    .waitFor();
  await page.getByRole("tab", { name: /^Findings \(/ }).waitFor();
}
