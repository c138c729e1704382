import { snapshotOf } from "../../shared/document/snapshot.ts";
import { LIBRARY, libraryMap, mapToStartFrom } from "../../shared/library/library.ts";
import type { Severity } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { today } from "../today.ts";

/** How many findings stand, by severity; what somebody has accepted is not counted. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** How many findings each map of the library starts with, by its name. */
export function libraryFindings(): Readonly<Record<string, FindingCounts>> {
  return Object.fromEntries(
    LIBRARY.map(({ name }) => {
      const counts = { error: 0, warning: 0, info: 0 };
      const map = mapToStartFrom(name, today());
      for (const { severity, accepted } of map ? checkMap(snapshotOf(map)) : [])
        if (!accepted) counts[severity] += 1;
      return [name, counts];
    }),
  );
}

/** The drawing of a map of the library without words around it, as SVG; `null` where there is none of that name. */
export async function libraryPicture(name: string): Promise<string | null> {
  const map = libraryMap(name);
  if (!map) return null;
  const [{ drawMapAlone }, { pictureToSvg }] = await Promise.all([
    import("../../shared/drawing/drawMap.ts"),
    import("../../shared/formats/svg.ts"),
  ]);
  return pictureToSvg(drawMapAlone(map));
}
