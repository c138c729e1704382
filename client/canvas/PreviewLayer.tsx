import { useMemo } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { drawElement } from "../../shared/drawing/drawElement.ts";
import { drawRelation } from "../../shared/drawing/drawRelation.ts";
import type { Route } from "../../shared/geometry/route.ts";
import { routeRelations } from "../../shared/geometry/routeRelations.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import styles from "./PreviewLayer.module.css";
import { type MapOutlines, usePreviewStore } from "./previewStore.ts";
import { ShapeView } from "./ShapeView.tsx";

interface PreviewLayerProps {
  /** The cards that are shown, where they stand on the screen. */
  readonly elements: readonly MapElement[];
  readonly routes: ReadonlyMap<string, Route>;
}

/**
 * What a fix would do, or what differs from another moment, in outline over the map: what is added is faint and says so, what is
 * removed is crossed out, and what is changed or joined is framed. The words elsewhere say the same, so all of it is hidden from
 * screen readers.
 */
export function PreviewLayer({ elements, routes }: PreviewLayerProps) {
  const preview = usePreviewStore((state) => state.preview);
  if (preview === undefined) return null;
  return <Outlines preview={preview} elements={elements} routes={routes} />;
}

function Outlines({ preview, elements, routes }: PreviewLayerProps & { readonly preview: MapOutlines }) {
  const { addedElements, addedRelations, touched, removed, words } = preview;
  const { relations } = useSnapshot().map;
  const added = useMemo(() => {
    const all = [...elements, ...addedElements];
    const sizes = new Map(all.map((element) => [element.id, cardSize(element)]));
    const ways = routeRelations(all, [...besides(addedRelations, relations), ...addedRelations], sizes);
    return addedRelations.flatMap((relation) => {
      const route = ways.get(relation.id);
      return route === undefined
        ? []
        : [{ id: relation.id, route, shapes: drawRelation(relation, route).shapes }];
    });
  }, [elements, relations, addedElements, addedRelations]);
  const framed = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return elements.filter(({ id }) => wanted.has(id));
  };
  return (
    <svg className={styles.layer} aria-hidden data-testid="preview">
      {touched.map((id) => (
        <RouteGlow key={id} d={routes.get(id)?.d} className={styles.lineTouched} />
      ))}
      {removed.map((id) => (
        <RouteGlow key={id} d={routes.get(id)?.d} className={styles.lineGoes} />
      ))}
      {framed(touched).map((element) => (
        <g key={element.id}>
          <Frame element={element} className={styles.touched} />
          {words !== undefined && <Word element={element} text={words.touched} />}
        </g>
      ))}
      {framed(removed).map((element) => (
        <g key={element.id}>
          <Frame element={element} className={styles.removed} />
          <Cross element={element} />
          {words !== undefined && <Word element={element} text={words.removed} />}
        </g>
      ))}
      {/* Without its words: they would lie on those of the lines that are there, and the tip beside the fix says them. */}
      {added.map(({ id, route, shapes }) => (
        <g key={id}>
          <path d={route.d} className={styles.lineTouched} />
          <ShapeView shapes={shapes} />
        </g>
      ))}
      {addedElements.map((element) => (
        <g key={element.id}>
          <g className={styles.added} transform={`translate(${element.position.x} ${element.position.y})`}>
            <ShapeView shapes={drawElement(element).shapes} />
          </g>
          <Frame element={element} className={styles.new} />
          <Word element={element} text={words?.added ?? "New"} />
        </g>
      ))}
    </svg>
  );
}

/** The lines that run between the same two cards as a new one: it must keep clear of them. */
function besides(added: readonly Relation[], relations: readonly Relation[]): readonly Relation[] {
  const pairOf = ({ from, to }: Relation) => JSON.stringify([from, to].sort());
  const pairs = new Set(added.map(pairOf));
  return relations.filter((relation) => pairs.has(pairOf(relation)));
}

const FRAME_GAP = 8;

function Frame({
  element,
  className,
}: {
  readonly element: MapElement;
  readonly className: string | undefined;
}) {
  const { width, height } = cardSize(element);
  return (
    <rect
      className={className}
      x={element.position.x - FRAME_GAP}
      y={element.position.y - FRAME_GAP}
      width={width + 2 * FRAME_GAP}
      height={height + 2 * FRAME_GAP}
      rx={6}
    />
  );
}

function Word({ element, text }: { readonly element: MapElement; readonly text: string }) {
  return (
    <text className={styles.word} x={element.position.x} y={element.position.y - 16}>
      {text}
    </text>
  );
}

function Cross({ element }: { readonly element: MapElement }) {
  const { width, height } = cardSize(element);
  const { x, y } = element.position;
  return (
    <path
      className={styles.cross}
      d={`M${x} ${y} L${x + width} ${y + height} M${x + width} ${y} L${x} ${y + height}`}
    />
  );
}

function RouteGlow({
  d,
  className,
}: {
  readonly d: string | undefined;
  readonly className: string | undefined;
}) {
  return d === undefined ? null : <path d={d} className={className} />;
}
