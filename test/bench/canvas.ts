import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "../../scripts/findChromium.mjs";
import type { BenchOptions } from "./BenchOptions.ts";
import { type FrameTimes, restOf } from "./canvas/frameTimes.ts";
import { largeMap } from "./canvas/largeMap.ts";
import { MOVEMENTS, type Movement, measureMovements } from "./canvas/movements.ts";
import { makeBenchMap, openMap } from "./canvas/ourMap.ts";
import { serveStress } from "./canvas/serveStress.ts";
import { startCompanions } from "./canvas/startCompanions.ts";
import {
  openInInspector,
  openOnCard,
  type TypingCost,
  typingInInspector,
  typingOnCard,
} from "./canvas/typing.ts";
import { MachineWatch } from "./MachineWatch.ts";
import { PLUMBLINE } from "./servers/plumbline.ts";
import { median, printTable, ratio, shown } from "./table.ts";

const ELEMENTS = 2_000;
const RELATIONS = 3_000;
const OTHERS = 10;
const VIEWPORT = { width: 1366, height: 768 };
/** A browser on a busy machine may take long over a page that blocks it. */
const PATIENCE_MS = 120_000;
/** What a part of the run may take. */
const PART_MS = 600_000;

/** The canvas in Chromium with a large map, beside React Flow with as many plain nodes and edges, in the same run. */
export async function benchCanvas({ rounds }: BenchOptions): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumFlags(),
  });
  const folder = mkdtempSync(join(tmpdir(), "plumbline-stress-"));
  const stress = await serveStress(folder);
  const server = await PLUMBLINE.start();
  const watch = new MachineWatch([server.process.pid]);
  try {
    const { port } = server.process;
    // What was measured is told also where something after it could not be.
    await part("How fast a map can be used", () => printColdLoad(browser, port, rounds));
    await part("Typing", () => printTyping(browser, port));
    await part("Movements", () => printMovements(browser, port, stress.address, rounds));
    const { stolenCores, otherCores } = watch.stop();
    console.log(
      `\nBesides the server and this program (the browser counts as others) the machine used ${shown(otherCores)} cores; ${shown(stolenCores)} were taken from it.`,
    );
  } finally {
    await browser.close();
    await server.stop();
    await stress.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A part of the run, that ends after a while, whatever happens in the browser. */
async function part(what: string, measure: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${PART_MS / 60_000} minutes.`)), PART_MS);
  });
  try {
    await Promise.race([measure(), limit]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`\n${what} could not be measured on this machine. ${why}`);
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
  }
}

type Movements = ReadonlyMap<Movement, FrameTimes>;

async function printMovements(browser: Browser, port: number, stress: string, rounds: number): Promise<void> {
  const made = await makeBenchMap(port, largeMap(ELEMENTS, RELATIONS));
  const ours: Movements[] = [];
  const theirs: Movements[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await withPage(browser, async (page) => {
        await openMap(page, made);
        return measureMovements(page, async () => {
          await page.getByRole("button", { name: "Show the whole map" }).click();
          await restOf(page);
        });
      }),
    );
    theirs.push(
      await withPage(browser, async (page) => {
        await page.goto(`${stress}?nodes=${ELEMENTS}&edges=${RELATIONS}`);
        return measureMovements(page, async () => {
          await page.getByRole("button", { name: "Fit View" }).click();
          await restOf(page);
        });
      }),
    );
  }
  console.log(
    `\n${ELEMENTS} elements, ${RELATIONS} relations; milliseconds a frame, and React Flow's to ours\n`,
  );
  printTable(
    [
      "",
      "ours: median",
      "p95",
      "longest",
      "React Flow: median",
      "p95",
      "longest",
      "median to ours",
      "p95 to ours",
    ],
    MOVEMENTS.map((movement) => {
      const our = middle(ours, movement);
      const their = middle(theirs, movement);
      const cells = [our, their].flatMap(({ median, p95, longest }) => [
        shown(median),
        shown(p95),
        shown(longest),
      ]);
      return [movement, ...cells, ratio(their.median, our.median), ratio(their.p95, our.p95)];
    }),
  );
}

function middle(rounds: readonly Movements[], movement: Movement): FrameTimes {
  const times = rounds.flatMap((round) => round.get(movement) ?? []);
  return {
    median: median(times.map((time) => time.median)),
    p95: median(times.map((time) => time.p95)),
    longest: median(times.map((time) => time.longest)),
  };
}

async function printTyping(browser: Browser, port: number): Promise<void> {
  const made = await makeBenchMap(port, largeMap(ELEMENTS, RELATIONS));
  const rows: string[][] = [];
  const row = (what: string, { longTasks, longestFrame }: TypingCost) =>
    rows.push([what, String(longTasks.length), shown(Math.max(0, ...longTasks)), shown(longestFrame)]);
  await withPage(browser, async (page) => {
    await openMap(page, made);
    await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
    for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, -140);
    await restOf(page);
    await openInInspector(page);
    row("in the inspector, alone", await typingInInspector(page));
    const withOthers = async (measure: (page: Page) => Promise<TypingCost>) => {
      const leave = await startCompanions(port, made, { elements: ELEMENTS, relations: RELATIONS }, OTHERS);
      try {
        return await measure(page);
      } finally {
        leave();
        await restOf(page);
      }
    };
    row(`in the inspector, beside ${OTHERS}`, await withOthers(typingInInspector));
    await openOnCard(page);
    row(`on the card, beside ${OTHERS}`, await withOthers(typingOnCard));
  });
  console.log(
    `\nTyping a name on a map of ${ELEMENTS} elements; the others move their pointers and cards all the time\n`,
  );
  printTable(["", "tasks over 50 ms", "longest of them, ms", "longest frame, ms"], rows);
}

const USABLE_ELEMENTS = 200;
const USABLE_RELATIONS = 300;

async function printColdLoad(browser: Browser, port: number, rounds: number): Promise<void> {
  const made = await makeBenchMap(port, largeMap(USABLE_ELEMENTS, USABLE_RELATIONS));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(
      await withPage(browser, async (page) => {
        const start = performance.now();
        await page.goto(made.link, { waitUntil: "commit" });
        await page.locator(".react-flow__node").first().click({ trial: true, force: true });
        return performance.now() - start;
      }),
    );
  }
  console.log(
    `\nA map of ${USABLE_ELEMENTS} elements from nothing in the cache until its first card can be clicked: ${shown(median(times))} ms.`,
  );
}

/** Does something on a page of its own, with nothing in its cache. */
async function withPage<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    // tsx keeps the names of functions by a call of this, also inside what is handed to the page.
    await page.addInitScript("globalThis.__name = (named) => named");
    return await act(page);
  } finally {
    await context.close();
  }
}
