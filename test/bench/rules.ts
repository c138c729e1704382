import * as Y from "yjs";
import { type Editor, edit } from "../../shared/document/edit.ts";
import { seedDocument } from "../../shared/document/seed.ts";
import { SnapshotStore, snapshotOf } from "../../shared/document/snapshot.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import { LiveCheck } from "../../shared/rules/LiveCheck.ts";
import { RULES } from "../../shared/rules/registry.ts";
import { lintBpmn } from "./bpmnlint.ts";
import { manySystems } from "./manySystems.ts";
import { percentile } from "./percentile.ts";

const wantedSize = 10_000;
const repeats = 30;
const warmUps = 5;

/**
 * How long it takes to check a map of 10,000 elements and relations (the real systems of the library, many times over), whole and
 * after an edit; and bpmnlint on a process model of as many elements and flows, in the same run.
 */
export async function benchRules(): Promise<void> {
  const large = manySystems(wantedSize);
  const size = large.elements.length + large.relations.length;
  const full = await timed(async () => {
    const snapshot = snapshotOf(large);
    return () => checkMap(snapshot);
  });
  const first = await timed(async () => {
    const snapshot = snapshotOf(large);
    const live = new LiveCheck();
    return () => live.check(snapshot);
  });
  const peer = await lintBpmn(wantedSize);
  const lint = await timed(async () => peer.lint);
  const findings = checkMap(snapshotOf(large)).length;
  console.log(
    `\n${size} elements and relations, ${RULES.length} rules, ${findings} findings; bpmnlint: ${peer.size} elements and flows, ${peer.rules} rules, ${await peer.lint()} reports\n`,
  );
  console.log("| | median, ms | p90, ms | µs per element or relation |");
  console.log("|---|---|---|---|");
  row("full check", full, size);
  row("full check, noting what is read", first, size);
  row(`bpmnlint ${peer.version}`, lint, peer.size);
  console.log(
    `\nper element: bpmnlint / ours = ${(percentile(lint, 0.5) / peer.size / (percentile(full, 0.5) / size)).toFixed(1)}`,
  );
  benchEdits(large);
}

function row(name: string, durations: readonly number[], size: number): void {
  const median = percentile(durations, 0.5);
  console.log(
    `| ${name} | ${median.toFixed(1)} | ${percentile(durations, 0.9).toFixed(1)} | ${((median * 1e3) / size).toFixed(2)} |`,
  );
}

/** Times what `prepare` gives, several times, after it has run warm. */
async function timed(prepare: () => Promise<() => unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let repeat = -warmUps; repeat < repeats; repeat++) {
    const run = await prepare();
    const start = performance.now();
    await run();
    if (repeat >= 0) durations.push(performance.now() - start);
  }
  return durations;
}

const EDITS: Readonly<Record<string, (editor: Editor, map: SystemMap, number: number) => void>> = {
  "state a value": (editor, map, number) => {
    const contract = ofType(map, "contract", number);
    editor.setField(contract.id, "annualValue", 1_000_000 + number);
  },
  "rename an organisation": (editor, map, number) =>
    editor.setField(ofType(map, "organisation", number).id, "name", `Renamed ${number}`),
  "change a kind": (editor, map, number) =>
    editor.setField(ofType(map, "organisation", number).id, "kind", number % 2 ? "nhs-trust" : "other"),
  "move a card": (editor, map, number) =>
    editor.setField(ofType(map, "organisation", number).id, "position", { x: number, y: number }),
  "draw a line": (editor, map, number) =>
    editor.addRelation({
      id: `drawn-${number}`,
      type: "holds",
      from: ofType(map, "organisation", number).id,
      to: ofType(map, "contract", number).id,
    }),
  "delete a line": (editor, map, number) =>
    editor.remove([map.relations[(number * 37) % map.relations.length]?.id ?? ""]),
  "add a card": (editor, map, number) =>
    editor.addElement({ ...ofType(map, "contract", number), id: `added-${number}` }),
};

function ofType(map: SystemMap, type: MapElement["type"], number: number): MapElement {
  const elements = map.elements.filter((element) => element.type === type);
  return elements[(number * 31) % elements.length] as MapElement;
}

function benchEdits(map: SystemMap): void {
  const doc = new Y.Doc();
  seedDocument(doc, map);
  const store = new SnapshotStore(doc);
  const live = new LiveCheck();
  live.check(store.get());
  const all: number[] = [];
  console.log("\n| check after an edit | median, ms | p90, ms |");
  console.log("|---|---|---|");
  for (const [name, write] of Object.entries(EDITS)) {
    const durations: number[] = [];
    for (let number = -warmUps; number < repeats; number++) {
      edit(doc, (editor) => write(editor, map, number + warmUps));
      const snapshot = store.get();
      const start = performance.now();
      live.check(snapshot);
      if (number >= 0) durations.push(performance.now() - start);
    }
    all.push(...durations);
    console.log(
      `| ${name} | ${percentile(durations, 0.5).toFixed(2)} | ${percentile(durations, 0.9).toFixed(2)} |`,
    );
  }
  console.log(`| all | ${percentile(all, 0.5).toFixed(2)} | ${percentile(all, 0.9).toFixed(2)} |`);
}
