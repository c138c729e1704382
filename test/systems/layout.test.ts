import { describe, expect, test } from "vitest";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { routeRelations } from "../../shared/geometry/routeRelations.ts";
import { LIBRARY } from "../../shared/library/library.ts";
import type { Point, Size } from "../../shared/model/field.ts";

type Box = Point & Size;

const isWithin = ({ x, y }: Point, box: Box) =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(LIBRARY)("$name, as it is laid out,", ({ map }) => {
  const sizes = new Map(map.elements.map((element) => [element.id, cardSize(element)]));
  const boxes = map.elements.map((element): [string, Box] => {
    const { width, height } = cardSize(element);
    return [element.id, { ...element.position, width, height }];
  });
  const routes = routeRelations(map.elements, map.relations, sizes);

  test("has no card upon another", () => {
    const upon = boxes.flatMap(([id, box], index) =>
      boxes.slice(index + 1).flatMap(([other, otherBox]) => (overlap(box, otherBox) ? [[id, other]] : [])),
    );
    expect(upon).toEqual([]);
  });

  test("has no line that runs behind a card", () => {
    const behind = map.relations.flatMap(({ id, from, to }) =>
      boxes
        .filter(([card]) => card !== from && card !== to)
        .filter(([, box]) => routes.get(id)?.points.some((point) => isWithin(point, box)))
        .map(([card]) => [id, card]),
    );
    expect(behind).toEqual([]);
  });

  test("has no label upon a card or another label", () => {
    const labels = map.relations.flatMap(({ id }): [string, Box][] => {
      const label = routes.get(id)?.label;
      return label ? [[id, label]] : [];
    });
    const upon = labels.flatMap(([id, label], index) =>
      [...boxes, ...labels.slice(index + 1)].flatMap(([other, box]) =>
        overlap(label, box) ? [[id, other]] : [],
      ),
    );
    expect(upon).toEqual([]);
  });
});
