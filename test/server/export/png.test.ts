import { describe, expect, test } from "vitest";
import { MAX_PNG_SIDE_PX, svgToPng } from "../../../server/export/png.ts";
import { mapToSvg } from "../../../shared/formats/svg.ts";
import type { MapElement } from "../../../shared/model/element.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";

function svgOf(...elements: MapElement[]): string {
  const map: SystemMap = {
    format: "system-map",
    version: 1,
    title: "A map",
    regime: "england-2022",
    elements,
    relations: [],
  };
  return mapToSvg(map, { date: "2026-11-22" });
}

const trust: MapElement = {
  id: "t",
  type: "organisation",
  kind: "nhs-trust",
  name: "🏥 مستشفى 日本 Trust",
  position: { x: 0, y: 0 },
};

/** Width and height out of a PNG's header. */
function headerSize(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("svgToPng", () => {
  test("makes a PNG as wide as asked", async () => {
    const { png, widthPx, heightPx, reducedFrom } = await svgToPng(svgOf(trust), { widthPx: 900 });
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(headerSize(png)).toEqual([widthPx, heightPx]);
    expect(widthPx).toBe(900);
    expect(reducedFrom).toBeUndefined();
  });

  test("is the same picture each time", async () => {
    const [one, two] = await Promise.all([
      svgToPng(svgOf(trust), { widthPx: 400 }),
      svgToPng(svgOf(trust), { widthPx: 400 }),
    ]);
    expect(Buffer.compare(one.png, two.png)).toBe(0);
  });

  test("says when the largest size was reached", async () => {
    const { widthPx, heightPx, reducedFrom } = await svgToPng(svgOf(trust), { widthPx: 20_000 });
    expect(Math.max(widthPx, heightPx)).toBe(MAX_PNG_SIDE_PX);
    expect(reducedFrom?.widthPx).toBe(20_000);
  });

  test("keeps a tall map within the largest size", async () => {
    const svg = svgOf(trust, { ...trust, id: "far", position: { x: 0, y: 60_000 } });
    const { widthPx, heightPx } = await svgToPng(svg, { widthPx: 1_000 });
    expect(heightPx).toBeLessThanOrEqual(MAX_PNG_SIDE_PX);
    expect(widthPx).toBeGreaterThan(0);
  });

  test("survives a card at the end of the world", async () => {
    const svg = svgOf(trust, { ...trust, id: "far", position: { x: 1e300, y: -1e300 } });
    const { widthPx } = await svgToPng(svg, { widthPx: 500 });
    expect(widthPx).toBe(500);
  });

  test("refuses what is no SVG", async () => {
    await expect(svgToPng("<html></html>")).rejects.toThrow("states no size");
  });
});
