import { type APIRequestContext, expect } from "@playwright/test";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import type { Role } from "../../../shared/protocol/roles.ts";

export const UNITING_CARE = "Cambridgeshire: UnitingCare, 2015";
export const SALFORD = "Salford: integrated care organisation, 2016";

/** A map on the server, and how to speak to the server about it. */
export interface MadeMap {
  readonly id: string;
  readonly title: string;
  readonly links: Readonly<Record<Role, string>>;
}

/** Makes a map through the HTTP interface: from a template or real system, from a map file, or a blank one. */
export async function makeMap(
  request: APIRequestContext,
  body: { readonly template?: string; readonly map?: unknown; readonly title?: string } = {},
): Promise<MadeMap> {
  const answer = await request.post("/api/maps", { data: body });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as MadeMap;
}

/** The token in a link. */
export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}

/** Asks the server about a map (`rest` such as `/findings`), as its owner unless another link is given; gives the text of the answer. */
export async function readMap(
  request: APIRequestContext,
  map: MadeMap,
  rest = "",
  link = map.links.owner,
): Promise<string> {
  const { origin } = new URL(link);
  const answer = await request.get(`${origin}/api/maps/${map.id}${rest}`, {
    headers: { authorization: `Bearer ${tokenOf(link)}` },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.text();
}

/** The map file as the server has it now. */
export async function mapOnServer(request: APIRequestContext, map: MadeMap): Promise<SystemMap> {
  return JSON.parse(await readMap(request, map)) as SystemMap;
}

/** Takes a link back that was made with the map. */
export async function revokeLink(request: APIRequestContext, map: MadeMap, role: Role): Promise<void> {
  const { origin } = new URL(map.links.owner);
  const headers = { authorization: `Bearer ${tokenOf(map.links.owner)}` };
  const { links } = JSON.parse(await readMap(request, map, "/links")) as {
    links: readonly { readonly id: string; readonly role: Role }[];
  };
  const link = links.find((one) => one.role === role);
  const answer = await request.delete(`${origin}/api/maps/${map.id}/links/${link?.id}`, { headers });
  expect(answer.status()).toBe(204);
}
