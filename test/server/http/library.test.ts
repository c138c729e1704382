import { describe, expect, it } from "vitest";
import { LIBRARY, libraryMap } from "../../../shared/library/library.ts";
import { serverOfFile } from "../support/withServer.ts";

const theServer = serverOfFile();
const call = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${theServer().url}/api/library${path}`, { headers });

interface Listing {
  readonly name: string;
  readonly elements: readonly string[];
  readonly findings: Readonly<Record<string, number>>;
}

async function list(): Promise<ReadonlyMap<string, Listing>> {
  const { library } = (await (await call("")).json()) as { library: Listing[] };
  return new Map(library.map((listing) => [listing.name, listing]));
}

describe("the list of the library", () => {
  it("names every map with its words, and leaves the maps themselves out", async () => {
    const listed = await list();
    for (const { map: _map, ...words } of LIBRARY) expect(listed.get(words.name)).toMatchObject(words);
    expect([...listed.keys()]).toEqual(LIBRARY.map(({ name }) => name));
    for (const listing of listed.values()) expect(listing).not.toHaveProperty("map");
  });

  it("names what is drawn on each, once, and no notes", async () => {
    const listed = await list();
    expect(listed.get("blank")?.elements).toEqual([]);
    expect(listed.get("salford-2016")?.elements).toContain("Salford Royal NHS Foundation Trust");
    const note = libraryMap("salford-2016")?.elements.find(({ type }) => type === "note")?.name;
    expect(note).toBeTruthy();
    expect(listed.get("salford-2016")?.elements).not.toContain(note);
    for (const { elements } of listed.values()) expect(new Set(elements).size).toBe(elements.length);
  });

  it("counts the findings: many for what went wrong, none for a template", async () => {
    const listed = await list();
    expect(listed.get("cambridgeshire-unitingcare-2015")?.findings.error).toBeGreaterThanOrEqual(1);
    for (const { name, kind } of LIBRARY)
      if (kind === "template") expect(listed.get(name)?.findings).toEqual({ error: 0, warning: 0, info: 0 });
  });

  it("is not sent again to a browser that has it", async () => {
    const first = await call("");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await call("", { "If-None-Match": first.headers.get("etag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await call("", { "If-None-Match": 'W/"another"' })).status).toBe(200);
  });
});

describe("the drawing of a map of the library", () => {
  it.each(LIBRARY.map(({ name }) => name))("%s is there, the map alone", async (name) => {
    const response = await call(`/${name}/map.svg`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    const svg = await response.text();
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain("Not legal advice");
  });

  it("shows what stands on the map", async () => {
    expect(await (await call("/alliance/map.svg")).text()).toContain(">Alliance leadership board<");
  });

  it("is kept by the browser for a while, and may load and run nothing", async () => {
    const first = await call("/alliance/map.svg");
    expect(first.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(first.headers.get("content-encoding")).toBe("gzip");
    expect(first.headers.get("content-security-policy")).toContain("sandbox");
    const again = await call("/alliance/map.svg", { "If-None-Match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it.each(["identity", "gzip;q=0, identity", "gzip; q=0.0"])("is not zipped for %s", async (encoding) => {
    const plain = await call("/alliance/map.svg", { "Accept-Encoding": encoding });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(await (await call("/alliance/map.svg")).text());
  });

  it.each(["gzip", "br, GZIP;q=0.5", "gzip;q=0.01"])("is zipped for %s", async (encoding) => {
    const zipped = await call("/alliance/map.svg", { "Accept-Encoding": encoding });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
  });

  it.each(["/atlantis/map.svg", "/Blank map/map.svg", "/constructor/map.svg"])("%s: 404", async (path) => {
    const response = await call(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { message: "The library has no map of this name." } });
  });
});
