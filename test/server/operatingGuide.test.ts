import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Metrics } from "../../server/Metrics.ts";

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const guide = read("docs/operating.md");

/** The part of the guide below a heading. */
const section = (heading: string) => guide.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
const named = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

describe("docs/operating.md", () => {
  it("lists every setting, and no other", () => {
    const settings = named(read("server/settings.ts"), /value\("([A-Z_]+)"\)/g);
    expect(named(section("Settings"), /^\| `([A-Z_]+)`/gm)).toEqual(settings);
  });

  it("lists every metric of ours, and no other; alerts are about metrics that there are", async () => {
    const metrics = new Metrics("1.2.3");
    metrics.watch({
      openRooms: () => 0,
      openSockets: () => [],
      unacknowledgedUpdates: () => 0,
      oldestUnacknowledgedSeconds: () => 0,
      isStoreFailing: () => false,
      isReady: () => true,
      waitingJobs: () => 0,
      disk: async () => null,
    });
    const names = metrics.registry.getMetricsAsArray().map(({ name }) => name);
    const [table = "", alerts = ""] = section("Metrics and alerts").split("```yaml");
    const ours = names.filter((name) => name.startsWith("plumbline_")).sort();
    expect(named(table, /`(plumbline_[a-z_]+)`/g)).toEqual(ours);
    const used = named(alerts, /\b((?:plumbline|nodejs|process)_[a-z0-9_]+)/g);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !names.includes(name?.replace(/_bucket$/, "") ?? ""))).toEqual([]);
    expect(await metrics.registry.metrics()).toContain('plumbline_build_info{version="1.2.3"');
  });
});
