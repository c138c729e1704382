import { describe, expect, it } from "vitest";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { RawClient } from "../support/RawClient.ts";
import { stockClient, synced } from "../support/stockClient.ts";
import { callWith, makeMap, serverOfFile, withServer } from "../support/withServer.ts";

const unitingCare = "Cambridgeshire: UnitingCare, 2015";

interface ErrorBody {
  readonly error: { readonly message: string; readonly path?: string };
}

describe("maps over HTTP", () => {
  const theServer = serverOfFile();

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${theServer().url}/api/maps`, { method: "POST", body, headers });

  it("makes a blank map, with a link for every role", async () => {
    const response = await post("{}");
    expect(response.status).toBe(201);
    const { id, title, links } = (await response.json()) as { id: string; title: string; links: object };
    expect(title).toBe("New map");
    expect(Object.keys(links)).toEqual(["owner", "editor", "commenter", "viewer"]);
    for (const link of Object.values(links)) {
      expect(link).toMatch(new RegExp(`^${theServer().url}/m/${id}#[A-Za-z0-9_-]{43}$`));
    }
    expect(new Set(Object.values(links)).size).toBe(4);
  });

  it("makes a map from a template, under a title of its own", async () => {
    const map = await makeMap(theServer(), { template: unitingCare, title: "Ours" });
    const response = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}`);
    expect(response.headers.get("content-type")).toBe("application/json");
    const file = readMapFile(await response.text());
    expect(file.title).toBe("Ours");
    expect(file.elements.some((element) => element.type === "contract")).toBe(true);
  });

  it("gives back the map file that it was given, unknown fields and all", async () => {
    const map = {
      format: "system-map",
      version: 1,
      title: "مستشفى 👩‍⚕️ <script>alert(1)</script>",
      regime: "england-2022",
      colourOfTheSky: { deep: [1, "grey"] },
      elements: [
        {
          id: "a",
          type: "organisation",
          kind: "icb",
          name: "javascript:alert(1)",
          position: { x: 1, y: 2 },
          beds: 7,
        },
        { id: "c", type: "contract", kind: "other", name: "x".repeat(10_000), position: { x: 5, y: 6 } },
      ],
      relations: [{ id: "r", type: "commissions", from: "a", to: "c" }],
    };
    const { id, token } = await makeMap(theServer(), { map });
    const response = await callWith(theServer(), token.viewer, `/api/maps/${id}`);
    expect(await response.json()).toEqual(map);
  });

  it.each([
    ["no JSON", '{\n"map": {,}\n}', /line 2/, undefined],
    ["no object", "[]", /object/, undefined],
    ["a field that there is not", '{"templte": "x"}', /templte/, "templte"],
    ["a template that there is not", '{"template": "x"}', /unitingcare/, "template"],
    ["a template that is no text", '{"template": 5}', /text/, "template"],
    ["a template and a map", '{"template": "x", "map": {}}', /not from both/, "map"],
    ["a title that is no text", '{"title": 5}', /title/, "title"],
    [
      "a map with an unknown kind",
      JSON.stringify({
        map: {
          format: "system-map",
          version: 1,
          title: "",
          regime: "england-2022",
          elements: [{ id: "a", type: "organisation", kind: "hospital", name: "", position: { x: 0, y: 0 } }],
          relations: [],
        },
      }),
      /"a".*kind.*hospital/,
      "elements[0].kind",
    ],
  ])("refuses %s with 400 and says where", async (_name, body, message, path) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as ErrorBody;
    expect(error.message).toMatch(message);
    expect(error.path).toBe(path);
  });

  it("refuses text that is not UTF-8", async () => {
    expect((await post(new Uint8Array([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });

  it("refuses a body of 50 MB with 413, in words that arrive", async () => {
    const response = await post(`{"title": "${"x".repeat(50 * 1024 * 1024)}"}`);
    expect(response.status).toBe(413);
    expect(((await response.json()) as ErrorBody).error.message).toBe(
      "The body is larger than 16 MB, the most that is taken.",
    );
  });

  it("refuses 100,000 elements with 413, while others go on", async () => {
    const elements = Array.from({ length: 100_000 }, (_, index) => ({ id: `${index}`, type: "note" }));
    const [refused, made] = await Promise.all([
      post(JSON.stringify({ map: { elements, relations: [] } })),
      post("{}"),
    ]);
    expect(refused.status).toBe(413);
    expect(((await refused.json()) as ErrorBody).error.message).toMatch(/100000 elements/);
    expect(made.status).toBe(201);
  });

  it("gives the findings in their public form", async () => {
    const map = await makeMap(theServer(), { template: unitingCare });
    const response = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}/findings`);
    const { findings } = (await response.json()) as { findings: Record<string, unknown>[] };
    const guarantee = findings.find(({ rule }) => rule === "missing-parent-guarantee");
    expect(Object.keys(guarantee ?? {})).toEqual(["rule", "severity", "basis", "subjects", "message"]);
  });

  it("keeps the findings for the facilitator where the facilitator wants that", async () => {
    const map = await makeMap(theServer(), {
      map: {
        format: "system-map",
        version: 1,
        title: "",
        regime: "england-2022",
        elements: [],
        relations: [],
        settings: { findingsShownTo: "facilitators" },
      },
    });
    const path = `/api/maps/${map.id}/findings`;
    expect((await callWith(theServer(), map.token.owner, path)).status).toBe(200);
    expect((await callWith(theServer(), map.token.editor, path)).status).toBe(403);
  });

  it("draws the map as SVG and PNG, with nothing in it that runs", async () => {
    const map = await makeMap(theServer(), { template: unitingCare });
    const svg = await callWith(
      theServer(),
      map.token.viewer,
      `/api/maps/${map.id}/export.svg?date=2015-12-31`,
    );
    expect(svg.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(svg.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(await svg.text()).toMatch(/^<svg.*UnitingCare.*<\/svg>\s*$/s);
    const png = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}/export.png`);
    expect(png.headers.get("content-type")).toBe("image/png");
    const bytes = new Uint8Array(await png.arrayBuffer());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const wrong = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}/export.svg?date=soon`);
    expect(wrong.status).toBe(400);
  });

  it("answers with what was just drawn, before it is stored", async () => {
    const map = await makeMap(theServer());
    const client = stockClient(theServer(), map.id, map.token.editor);
    await synced(client);
    client.doc.getMap("map").set("title", "Just now");
    const raw = await RawClient.join(theServer(), map.id, map.token.viewer);
    await raw.settled();
    const response = await callWith(theServer(), map.token.viewer, `/api/maps/${map.id}`);
    expect(await response.json()).toMatchObject({ title: "Just now" });
  });

  it("is 404 for everybody who may not see the map", async () => {
    const [map, other] = [await makeMap(theServer()), await makeMap(theServer())];
    for (const path of ["", "/findings", "/export.svg", "/export.png", "/links", "/session"]) {
      const url = `/api/maps/${map.id}${path}`;
      expect((await fetch(`${theServer().url}${url}`)).status).toBe(404);
      expect((await callWith(theServer(), other.token.owner, url)).status).toBe(404);
      expect((await callWith(theServer(), "nonsense", url)).status).toBe(404);
      expect((await callWith(theServer(), map.token.owner, `/api/maps/no-such-map${path}`)).status).toBe(404);
    }
    const gone = await callWith(theServer(), other.token.owner, `/api/maps/${map.id}`, { method: "DELETE" });
    expect(gone.status).toBe(404);
  });

  it("asks for the sign-up key where there is one", async () => {
    const server = await withServer({ signupKey: "sesame" });
    const call = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/maps`, { method: "POST", body: "{}", headers });
    expect((await call({})).status).toBe(401);
    expect((await call({ "Plumbline-Signup-Key": "wrong" })).status).toBe(401);
    expect((await call({ "Plumbline-Signup-Key": "sesame" })).status).toBe(201);
  });

  it("makes so many maps for one address, and then asks for patience", async () => {
    const server = await withServer();
    const statuses = new Set<number>();
    for (let round = 0; round < 8 && !statuses.has(429); round++) {
      const calls = Array.from({ length: 100 }, () =>
        fetch(`${server.url}/api/maps`, { method: "POST", body: '{"templte": ""}' }),
      );
      for (const response of await Promise.all(calls)) statuses.add(response.status);
    }
    expect([...statuses].sort()).toEqual([400, 429]);
  });
});
