import { type Box, boundsOf, grown, union, withinReach } from "../geometry/box.ts";
import type { Route } from "../geometry/route.ts";
import { routeRelations } from "../geometry/routeRelations.ts";
import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";
import type { Decision, SystemMap } from "../model/systemMap.ts";
import { cardSize } from "./cardSize.ts";
import { drawElement } from "./drawElement.ts";
import { drawRelation } from "./drawRelation.ts";
import { cardBadgeSpot, findingBadge, relationBadgeSpot } from "./findingBadge.ts";
import { type BadgedFinding, type Badges, badgeKindsOf, findingBadges } from "./findingBadges.ts";
import { footnotes } from "./footnotes.ts";
import { legend } from "./legend.ts";
import type { Picture, PictureGroup } from "./picture.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";
import { titleBlock } from "./titleBlock.ts";

export interface DrawMapOptions {
  /** The day of drawing, "YYYY-MM-DD": given, because the same map must give the same picture. */
  readonly date: string;
  /** Default none: then no badges are drawn. */
  readonly findings?: readonly BadgedFinding[];
  /** Decisions on findings that stand again (see `returnedDecisions`). Default none. */
  readonly returned?: readonly Decision[];
}

const MARGIN = 40;
const LEAST_WIDTH = 760;
const WIDTH_AT_SCALE_1 = 1_800;
const LARGEST_SCALE = 4;

/**
 * The whole map as a picture: title block, places behind, relations, cards, labels, badges, and below it the legend and what
 * must be said in words.
 */
export function drawMap(map: SystemMap, { date, findings = [], returned = [] }: DrawMapOptions): Picture {
  const badges = findingBadges(findings);
  const content = drawContent(map, badges);
  const width = Math.max(LEAST_WIDTH, content.box.width);
  // Words on a very large map would be dots when it is printed on one sheet.
  const scale = Math.min(LARGEST_SCALE, Math.max(1, Math.round((width / WIDTH_AT_SCALE_1) * 100) / 100));
  const { x } = content.box;
  const head = titleBlock(map, date, width / scale);
  const top = content.box.y - MARGIN - head.height * scale;
  const keys = legend(map, badgeKindsOf(badges), width / scale);
  const notes = footnotes(map, returned, width / scale);
  const keysTop = content.box.y + content.box.height + MARGIN;
  const notesTop = keysTop + (keys.height === 0 ? 0 : keys.height + 12) * scale;
  const place = (drawing: Drawing, y: number): PictureGroup => ({ x, y, scale, shapes: drawing.shapes });
  return {
    title: map.title,
    box: grown({ x, y: top, width, height: notesTop + notes.height * scale - top }, MARGIN),
    groups: [place(head, top), ...content.groups, place(keys, keysTop), place(notes, notesTop)],
  };
}

/**
 * The map alone, without title, legend and words below: for a thumbnail, or beside text that says what it is. Whoever shows it says
 * "not legal advice" beside badges.
 */
export function drawMapAlone(map: SystemMap, findings: readonly BadgedFinding[] = []): Picture {
  const { box, groups } = drawContent(map, findingBadges(findings));
  return { title: map.title, box: grown(box, MARGIN), groups };
}

function drawContent(
  map: SystemMap,
  badges: ReadonlyMap<string, Badges>,
): { box: Box; groups: PictureGroup[] } {
  if (map.elements.length === 0) return emptyContent();
  const sizes = new Map(map.elements.map((element) => [element.id, cardSize(element)]));
  const routes = routeRelations(map.elements, map.relations, sizes);
  const relations = map.relations.flatMap((relation) => {
    const route = routes.get(relation.id);
    return route === undefined ? [] : [{ relation, route, drawing: drawRelation(relation, route) }];
  });
  const cards = (isPlace: boolean) =>
    map.elements.filter(({ type }) => (type === "place") === isPlace).map(cardGroup);
  const boxes = [
    ...map.elements.map(boxOf),
    ...relations.flatMap(({ route }) =>
      [boundsOf(route.points), route.label].filter((box) => box !== undefined),
    ),
  ];
  return {
    box: boxes.reduce(union),
    groups: [
      ...cards(true),
      ...relations.map(({ drawing }) => ({ x: 0, y: 0, shapes: drawing.shapes })),
      ...cards(false),
      ...relations.map(({ drawing }) => ({ x: 0, y: 0, shapes: drawing.labelShapes })),
      ...badgeGroups(map, routes, badges),
    ],
  };
}

function cardGroup(element: MapElement): PictureGroup {
  const { shapes, label } = drawElement(element);
  const { x, y } = boxOf(element);
  return { x, y, shapes, title: label };
}

function boxOf(element: MapElement): Box {
  const { width, height } = cardSize(element);
  return { x: withinReach(element.position.x), y: withinReach(element.position.y), width, height };
}

/** The badges of cards and lines, above everything else. */
function badgeGroups(
  map: SystemMap,
  routes: ReadonlyMap<string, Route>,
  badges: ReadonlyMap<string, Badges>,
): PictureGroup[] {
  const spotOf = (subject: MapElement | Relation, index: number): Point | undefined => {
    if ("position" in subject) return cardBadgeSpot(subject.type, boxOf(subject), index);
    const route = routes.get(subject.id);
    return route && relationBadgeSpot(route, index);
  };
  return [...map.elements, ...map.relations].flatMap((subject) =>
    (badges.get(subject.id) ?? []).flatMap(({ kind, count }, index) => {
      const spot = spotOf(subject, index);
      return spot ? [{ ...spot, shapes: findingBadge(kind, count) }] : [];
    }),
  );
}

function emptyContent(): { box: Box; groups: PictureGroup[] } {
  const text = textBlocks(
    [
      {
        text: "Nothing is drawn on this map yet.",
        style: { sizePx: 15, face: "italic", colour: "inkSoft" },
        lineHeightPx: 20,
        maxLines: 1,
        gapPx: 0,
      },
    ],
    { x: 0, y: 0, widthPx: LEAST_WIDTH, align: "start" },
  );
  return {
    box: { x: 0, y: 0, width: LEAST_WIDTH, height: text.heightPx },
    groups: [{ x: 0, y: 0, shapes: text.shapes }],
  };
}
