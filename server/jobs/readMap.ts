import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../shared/document/layout.ts";
import { migrateDocument } from "../../shared/document/migrate.ts";
import { readSnapshot, type Snapshot } from "../../shared/document/snapshot.ts";
import { writeMapFile } from "../../shared/model/writeMapFile.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { publicFinding } from "../../shared/rules/publicFinding.ts";
import { returnedDecisions } from "../../shared/rules/returnedDecisions.ts";
import { NotShown } from "./NotShown.ts";

type Updates = readonly Uint8Array[];

/** A picture in points, and the size that was wanted where that was more than the largest. */
export interface Png {
  readonly png: Uint8Array;
  readonly reducedFrom: { readonly widthPx: number; readonly heightPx: number } | undefined;
}

/** The map file of a stored document. */
export function mapFile(updates: Updates): string {
  return writeMapFile(snapshotOfUpdates(updates).map);
}

/**
 * The findings of a stored document as JSON, in the public form.
 * @throws NotShown where the facilitator keeps them and this is not for a facilitator.
 */
export function findings(updates: Updates, isForFacilitator: boolean): string {
  const snapshot = snapshotOfUpdates(updates);
  if (snapshot.map.settings?.findingsShownTo === "facilitators" && !isForFacilitator) {
    throw new NotShown("The facilitator of this map keeps its findings.");
  }
  return JSON.stringify({ findings: checkMap(snapshot).map(publicFinding) });
}

/** The picture of a stored document. `date` is the day that it bears. */
export async function svg(updates: Updates, date: string): Promise<string> {
  // Drawing is loaded when somebody first wants a picture: making maps and checking them do without.
  const { mapToSvg } = await import("../../shared/formats/svg.ts");
  const snapshot = snapshotOfUpdates(updates);
  return mapToSvg(snapshot, { date, returned: returnedDecisions(snapshot) });
}

export async function png(updates: Updates, date: string): Promise<Png> {
  const { svgToPng } = await import("../export/png.ts");
  const { png, reducedFrom } = await svgToPng(await svg(updates, date));
  return { png, reducedFrom };
}

function snapshotOfUpdates(updates: Updates): Snapshot {
  const doc = new Y.Doc();
  rootOf(doc, "map");
  for (const root of RECORD_ROOTS) rootOf(doc, root);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  migrateDocument(doc);
  return readSnapshot(doc);
}
