import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");

/** No engine runs these files in the tests: so at least what they name has to be there. */
describe("the files for containers", () => {
  it("the image holds what starts the server, begins with a version of Node that it takes, and runs as no superuser", () => {
    const entries = [...dockerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, from = ""]) =>
      from.split(" ").map((path) => path.replace("/build/", "")),
    );
    expect(entries).toEqual(["LICENSE", "package.json", "bin", "node_modules", "dist"]);
    const ignored = read(".dockerignore").split("\n");
    const built = ["dist", "node_modules"];
    for (const entry of entries.filter((name) => !built.includes(name))) {
      expect(existsSync(`${root}/${entry}`)).toBe(true);
      expect(ignored).not.toContain(entry);
    }
    expect(ignored).toEqual(expect.arrayContaining([...built, ".git", "data", ".env"]));
    const start = /node (.+ dist\/server\/main\.js)/.exec(read("docs/operating.md"))?.[1]?.split(" ") ?? [];
    expect(dockerfile).toContain(`CMD ${JSON.stringify(["node", ...start]).replaceAll(",", ", ")}\n`);
    expect(dockerfile.lastIndexOf("USER node")).toBeGreaterThan(dockerfile.lastIndexOf("FROM "));
    expect(dockerfile.match(/^FROM node:20-slim/gm)).toHaveLength(2);
  });

  it("the image is asked for its health where the server answers", () => {
    const path = /HEALTHCHECK[\s\S]+?\/(\w+z)`/.exec(dockerfile)?.[1];
    const check = /health_uri \/(\w+)/.exec(read("deploy/Caddyfile"))?.[1];
    const routes = read("server/http/operationsRoutes.ts");
    for (const each of [path, check]) expect(routes).toContain(`routes.get("/${each}"`);
  });

  it("the servers of the compose file are set by settings that there are, and trust the network of their proxy", () => {
    const block = /environment: &environment\n((?: {4}.+\n)+)/.exec(compose)?.[1] ?? "";
    const names = [...block.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(names).toContain("DATABASE_URL");
    for (const name of names) expect(read("server/settings.ts")).toContain(`value("${name}")`);
    const trusted = /TRUSTED_PROXIES: (\S+)/.exec(compose)?.[1];
    expect(compose).toContain(`- subnet: ${trusted}\n`);
    for (const server of ["plumbline-1", "plumbline-2"]) {
      expect(compose).toContain(`  ${server}: *server\n`);
      expect(read("deploy/Caddyfile")).toContain(`${server}:8080`);
    }
  });
});
