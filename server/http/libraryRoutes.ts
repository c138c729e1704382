import { Hono } from "hono";
import { LIBRARY } from "../../shared/library/library.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { FindingCounts } from "../jobs/readLibrary.ts";
import { HttpError } from "./HttpError.ts";
import { KeptAnswers } from "./KeptAnswers.ts";
import { pictureHeaders } from "./pictureHeaders.ts";
import type { Environment, Services } from "./Services.ts";

/** A new version of the server may draw better: a browser asks again after a while. */
const pictureSeconds = 3600;

/** The maps that come along: their list, and a picture of each. */
export function libraryRoutes({ jobs }: Services): Hono<Environment> {
  const routes = new Hono<Environment>();
  const kept = new KeptAnswers();
  const names = new Set(LIBRARY.map(({ name }) => name));

  routes.get("/", (context) => {
    const headers = new Headers({ "Content-Type": "application/json", "Cache-Control": "no-cache" });
    return kept.answer(context, "list", headers, async () => listing(await jobs.libraryFindings()));
  });

  routes.get("/:name/map.svg", (context) => {
    const name = context.req.param("name");
    if (!names.has(name)) throw new HttpError(404, "The library has no map of this name.");
    const headers = pictureHeaders("image/svg+xml; charset=utf-8", `${name}.svg`);
    headers.set("Cache-Control", `public, max-age=${pictureSeconds}`);
    return kept.answer(context, `picture ${name}`, headers, async () => {
      const picture = await jobs.libraryPicture(name);
      if (picture === null) throw new Error(`The library lists ${name}, and has no map of this name.`);
      return picture;
    });
  });

  return routes;
}

function listing(findings: Readonly<Record<string, FindingCounts>>): string {
  const library = LIBRARY.map(({ map, ...listed }) => ({
    ...listed,
    elements: namesOn(map.elements),
    findings: findings[listed.name],
  }));
  return JSON.stringify({ library });
}

/** What is drawn on a map by name, each once: what people look for. */
function namesOn(elements: readonly MapElement[]): readonly string[] {
  const named = elements.filter(({ type, name }) => type !== "note" && name.trim() !== "");
  return [...new Set(named.map(({ name }) => name))];
}
