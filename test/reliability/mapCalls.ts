import type { KnownMap } from "./Person.ts";
import { pauseMs } from "./waitFor.ts";

/** A link that somebody got and then took back. */
export interface RevokedLink {
  readonly map: KnownMap;
  readonly token: string;
}

/** Makes a map. @throws Error where the server does not answer 201. */
export async function makeMap(address: string): Promise<KnownMap> {
  const response = await fetch(`${address}/api/maps`, { method: "POST", body: "{}" });
  if (response.status !== 201) throw new Error(`No map was made: ${response.status}`);
  const { id, links } = (await response.json()) as { id: string; links: Record<string, string> };
  const tokenOf = (role: string) => links[role]?.split("#")[1] ?? "";
  return { id, owner: tokenOf("owner"), editor: tokenOf("editor") };
}

/** Makes a link and takes it back. @throws Error where either is not confirmed. */
export async function revokeNewLink(address: string, map: KnownMap): Promise<RevokedLink> {
  const headers = { authorization: `Bearer ${map.owner}` };
  const links = `${address}/api/maps/${map.id}/links`;
  const made = await fetch(links, { method: "POST", headers, body: JSON.stringify({ role: "viewer" }) });
  if (made.status !== 201) throw new Error(`No link was made: ${made.status}`);
  const { id, token } = (await made.json()) as { id: string; token: string };
  const revoked = await fetch(`${links}/${id}`, { method: "DELETE", headers });
  await revoked.arrayBuffer();
  if (revoked.status !== 204) throw new Error(`The link was not revoked: ${revoked.status}`);
  return { map, token };
}

/** The status that a token gets for its map. */
export async function statusFor(address: string, id: string, token: string): Promise<number> {
  const response = await readMap(address, id, token);
  await response.arrayBuffer();
  return response.status;
}

/** Ids of all elements of a map, as the server tells them. */
export async function elementIds(address: string, { id, editor }: KnownMap): Promise<ReadonlySet<string>> {
  const response = await readMap(address, id, editor);
  if (response.status !== 200) throw new Error(`The map cannot be read: ${response.status}`);
  const { elements } = (await response.json()) as { elements: readonly { readonly id: string }[] };
  return new Set(elements.map((element) => element.id));
}

/** Whoever looks at hundreds of maps is asked to wait now and then. */
async function readMap(address: string, id: string, token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  for (;;) {
    const response = await fetch(`${address}/api/maps/${id}`, { headers });
    if (response.status !== 429) return response;
    await response.arrayBuffer();
    await pauseMs(Number(response.headers.get("retry-after") ?? 1) * 1_000);
  }
}
