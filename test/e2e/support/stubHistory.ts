import type { Page } from "@playwright/test";
import type { HistoryAnswer, HistoryEntry } from "../../../shared/history/HistoryAnswer.ts";

const entriesPerPage = 200;

/** Answers for the server with a history of so many changes, which would take days to make: by a few people, a minute each, some with very long names. */
export async function stubHistory(page: Page, count: number): Promise<void> {
  const newestMs = Date.UTC(2026, 4, 5, 9, 42);
  const entries = Array.from({ length: count }, (_, index): HistoryEntry => {
    const moment = count - index;
    return {
      moment,
      at: new Date(newestMs - index * 60_000).toISOString(),
      person: {
        name: index % 3 === 0 ? `Anneliese ${"Featherstonehaugh-".repeat(4)}Smith` : `Person ${index % 7}`,
        organisation: "Cambridgeshire and Peterborough NHS Foundation Trust",
        link: "Editors",
      },
      lines: [{ parts: ["renamed ", { id: `gone-${index}`, name: `${"Very".repeat(30)} long ${moment}` }] }],
    };
  });
  await page.route(/\/history\?/, (route) => {
    const before = Number(new URL(route.request().url()).searchParams.get("before") ?? count + 1);
    const shown = entries.filter(({ moment }) => moment < before).slice(0, entriesPerPage);
    const last = shown.at(-1)?.moment ?? 1;
    const answer: HistoryAnswer = { entries: shown, checkpoints: [], next: last > 1 ? last : null };
    return route.fulfill({ json: answer });
  });
}
