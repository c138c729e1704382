import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { SERVICES } from "../../../shared/model/services.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { Random } from "../../support/random.ts";

const COLUMN = 300;
const ROW = 176;
const COLUMNS_IN_AREA = 8;
const ELEMENTS_IN_AREA = 40;
const AREA_WIDTH = COLUMNS_IN_AREA * COLUMN + 160;
const AREA_HEIGHT = (ELEMENTS_IN_AREA / COLUMNS_IN_AREA) * ROW + 200;

const TOWNS = ["Ashby", "Brackenfield", "Carlow", "Denholme", "Eastleigh", "Farrow", "Grantham", "Hexley"];
const KINDS_IN_AREA = [
  ...Array.from({ length: 4 }, (_, index) => (index < 2 ? "icb" : "local-authority")),
  ...Array.from({ length: 12 }, () => "contract"),
  ...Array.from(
    { length: 14 },
    (_, index) => ["nhs-trust", "voluntary-organisation", "gp-federation"][index % 3] ?? "care-provider",
  ),
  ...Array.from({ length: 4 }, () => "joint-venture"),
  "fund",
  "fund",
  "forum",
  "forum",
  "note",
  "note",
];

/**
 * A plausible large map, always the same for the same numbers: areas side by side, each with commissioners above, contracts
 * between and providers below, and money, ownership and membership between them; some of it from one area to another.
 */
export function largeMap(elementCount: number, relationCount: number): SystemMap {
  const elements = Array.from({ length: elementCount }, (_, index) => elementAt(index, elementCount));
  return {
    format: "system-map",
    version: 1,
    title: `${elementCount} elements`,
    regime: "england-2022",
    elements,
    relations: relationsBetween(elements, relationCount),
  };
}

function elementAt(index: number, elementCount: number): MapElement {
  const area = Math.floor(index / ELEMENTS_IN_AREA);
  const inArea = index % ELEMENTS_IN_AREA;
  const areasAcross = Math.max(1, Math.round(Math.sqrt(elementCount / ELEMENTS_IN_AREA / 2)));
  const kind = KINDS_IN_AREA[inArea] ?? "care-provider";
  const town = `${TOWNS[area % TOWNS.length]} ${Math.floor(area / TOWNS.length) + 1}`;
  const base = {
    id: `e${index}`,
    position: {
      x: (area % areasAcross) * AREA_WIDTH + (inArea % COLUMNS_IN_AREA) * COLUMN,
      y: Math.floor(area / areasAcross) * AREA_HEIGHT + Math.floor(inArea / COLUMNS_IN_AREA) * ROW,
    },
  };
  const services = [SERVICES[index % SERVICES.length]];
  switch (kind) {
    case "contract":
      return {
        ...base,
        type: "contract",
        kind: "nhs-standard",
        name: `${town} community services, lot ${inArea}`,
        annualValue: 1_000_000 + ((index * 7_919) % 90_000_000),
        services,
      } as MapElement;
    case "fund":
      return {
        ...base,
        type: "fund",
        kind: "pooled",
        name: `${town} pooled budget`,
        annualAmount: 12_000_000,
      } as MapElement;
    case "forum":
      return {
        ...base,
        type: "forum",
        kind: "alliance-board",
        name: `${town} alliance board ${inArea}`,
      } as MapElement;
    case "note":
      return {
        ...base,
        type: "note",
        name: "",
        text: `To ask ${town} before the autumn round`,
      } as MapElement;
    default:
      return {
        ...base,
        type: "organisation",
        kind,
        name: `${town} ${kind === "icb" ? "integrated care board" : "health and care partnership"} ${inArea}`,
        ...(kind === "icb" ? {} : { annualIncome: 5_000_000 + ((index * 104_729) % 400_000_000), services }),
      } as MapElement;
  }
}

const SHARE_TO_ANOTHER_AREA = 0.04;

function relationsBetween(elements: readonly MapElement[], relationCount: number): Relation[] {
  const random = new Random(7);
  const areas = new Map<number, MapElement[]>();
  for (const [index, element] of elements.entries()) {
    const area = Math.floor(index / ELEMENTS_IN_AREA);
    areas.set(area, [...(areas.get(area) ?? []), element]);
  }
  const relations: Relation[] = [];
  for (let attempt = 0; relations.length < relationCount; attempt++) {
    const area = attempt % areas.size;
    const other = random.chance(SHARE_TO_ANOTHER_AREA) ? (area + 1) % areas.size : area;
    const relation = relationBetween(
      areas.get(area) ?? [],
      areas.get(other) ?? [],
      `r${relations.length}`,
      attempt,
      random,
    );
    if (relation !== undefined) relations.push(relation);
  }
  return relations;
}

function relationBetween(
  here: readonly MapElement[],
  there: readonly MapElement[],
  id: string,
  attempt: number,
  random: Random,
): Relation | undefined {
  const pick = (from: readonly MapElement[], isWanted: (element: MapElement) => boolean) => {
    const wanted = from.filter(isWanted);
    return wanted[random.below(wanted.length)]?.id;
  };
  const isBuyer = ({ kind }: MapElement & { kind?: unknown }) => kind === "icb" || kind === "local-authority";
  const isProvider = (element: MapElement) => element.type === "organisation" && !isBuyer(element);
  const isOf = (type: MapElement["type"]) => (element: MapElement) => element.type === type;
  const ends = [
    ["commissions", pick(here, isBuyer), pick(here, isOf("contract"))],
    ["holds", pick(here, isProvider), pick(there, isOf("contract"))],
    ["pays", pick(here, isBuyer), pick(there, isProvider)],
    ["owns", pick(here, isProvider), pick(there, isProvider)],
    ["member", pick(here, isProvider), pick(here, isOf("forum"))],
    ["partners", pick(here, isProvider), pick(there, isProvider)],
  ][attempt % 6] as [Relation["type"], string | undefined, string | undefined];
  const [type, from, to] = ends;
  if (from === undefined || to === undefined || from === to) return undefined;
  return {
    id,
    type,
    from,
    to,
    ...(type === "pays" ? { annualAmount: 100_000 * (1 + random.below(400)) } : {}),
  } as Relation;
}
