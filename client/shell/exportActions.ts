import type { Snapshot } from "../../shared/document/snapshot.ts";
import { writeMapFile } from "../../shared/model/writeMapFile.ts";
import { fileNameFor } from "../export/fileNameFor.ts";
import { saveBlob } from "../export/saveBlob.ts";
import { showToast } from "../ui/toasts.ts";

/** Saves the whole map as an SVG picture on this device; says whether that went well. */
export function downloadSvg(snapshot: Snapshot): Promise<boolean> {
  return download(snapshot, "svg", "The picture", async () => {
    const [{ mapToSvg }, { returnedDecisions }] = await Promise.all([
      import("../../shared/formats/svg.ts"),
      import("../../shared/rules/returnedDecisions.ts"),
    ]);
    const svg = mapToSvg(snapshot, { date: today(), returned: returnedDecisions(snapshot) });
    return new Blob([svg], { type: "image/svg+xml" });
  });
}

/** Saves the whole map as a PNG picture on this device; says whether that went well. */
export function downloadPng(snapshot: Snapshot): Promise<boolean> {
  return download(snapshot, "png", "The picture", async () => {
    const [{ drawMap }, { returnedDecisions }, { pictureToPng }] = await Promise.all([
      import("../../shared/drawing/drawMap.ts"),
      import("../../shared/rules/returnedDecisions.ts"),
      import("../export/canvasPng.ts"),
    ]);
    const { png, widthPx, heightPx, reducedFrom } = await pictureToPng(
      drawMap(snapshot.map, { date: today(), returned: returnedDecisions(snapshot) }),
    );
    if (reducedFrom !== undefined)
      showToast(
        `The picture is ${widthPx} × ${heightPx} pixels instead of ${reducedFrom.widthPx} × ${reducedFrom.heightPx}: larger ones are not possible. The SVG picture is sharp at any size.`,
      );
    return png;
  });
}

/** Saves the map as a map file on this device; says whether that went well. */
export function downloadMapFile(snapshot: Snapshot): Promise<boolean> {
  return download(snapshot, "map.json", "The map file", async () => {
    // Not loaded when it is wanted: that may be when there is no network, and the file the only way to keep the map.
    return new Blob([writeMapFile(snapshot.map)], { type: "application/json" });
  });
}

async function download(
  { map }: Snapshot,
  ending: string,
  what: string,
  make: () => Promise<Blob>,
): Promise<boolean> {
  try {
    saveBlob(await make(), fileNameFor(map.title, ending));
    return true;
  } catch (problem) {
    const isLoading = problem instanceof TypeError;
    showToast(
      isLoading
        ? `${what} could not be made: a part of Plumbline could not be loaded. Try again in a moment; if the connection is fine, reload the page.`
        : `${what} could not be made (${problem instanceof Error ? problem.message : "unknown reason"}). Nothing of the map is lost: try again, or try another format.`,
      "failure",
    );
    return false;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
