import type * as Y from "yjs";
import { ROLES } from "../../shared/protocol/roles.ts";
import { deleteCopy, unconfirmedIn } from "./copyDatabase.ts";
import { type CopyRecord, listCopies, noteCopy } from "./copyRegistry.ts";
import { openDeviceCopy } from "./DeviceCopy.ts";
import type { MapAccess } from "./enterMap.ts";
import { hashToken } from "./hashToken.ts";
import type { LocalCopy } from "./LocalCopy.ts";

/** A device does not collect maps: a copy that nobody has opened for so long is dropped, if the server has all that is in it. */
const longestUnopenedMs = 30 * 24 * 60 * 60 * 1_000;

/** How a tab has come to a map. */
export interface WayIn {
  readonly map: string;
  /** The token of the address, if it had one. */
  readonly token: string | undefined;
  /** The link that the tab came by before, if it has come. */
  readonly link: string | undefined;
}

/**
 * The copy that a tab opens where no server can be asked: that of the link it came by; for a tab that came by none, that of the
 * strongest link. Undefined where the device has none.
 */
export async function copyFor({ map, token, link }: WayIn): Promise<CopyRecord | undefined> {
  const [copies, tokenHash] = await Promise.all([
    listCopies(map),
    token === undefined ? undefined : hashToken(token),
  ]);
  if (token !== undefined)
    return tokenHash === undefined ? undefined : copies.find((copy) => copy.tokenHash === tokenHash);
  if (link !== undefined) return copies.find((copy) => copy.link === link);
  return [...copies].sort(strongestFirst)[0];
}

/** Notes that a map was opened, and keeps its document and the device's copy alike. @throws where the browser refuses to keep anything. */
export async function keepCopy(
  doc: Y.Doc,
  { id: map, link, role }: Pick<MapAccess, "id" | "link" | "role">,
  token: string | undefined,
): Promise<LocalCopy> {
  const tokenHash = token === undefined ? undefined : await hashToken(token);
  await noteCopy({ map, link, role, tokenHash, openedAt: Date.now() });
  return openDeviceCopy(doc, { map, link });
}

/** The copies of one map, or of all, and how many edits in each no server has confirmed. @throws where they cannot be read. */
export async function countUnconfirmed(
  map?: string,
): Promise<readonly { readonly copy: CopyRecord; readonly changes: number }[]> {
  const copies = await listCopies(map);
  return Promise.all(copies.map(async (copy) => ({ copy, changes: await unconfirmedIn(copy) })));
}

/** Deletes the copies that nobody has opened for thirty days and that hold nothing the server lacks. */
export async function dropOldCopies(now = Date.now()): Promise<void> {
  for (const copy of await listCopies())
    if (now - copy.openedAt > longestUnopenedMs && (await unconfirmedIn(copy)) === 0) await deleteCopy(copy);
}

function strongestFirst(one: CopyRecord, other: CopyRecord): number {
  return ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || other.openedAt - one.openedAt;
}
