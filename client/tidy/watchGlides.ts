import { useDragStore } from "../canvas/dragStore.ts";
import type { Offset } from "../canvas/LiveElements.ts";
import type { MapSession, Person } from "../sync/MapSession.ts";
import { shownMap } from "../sync/ShownMap.ts";
import { setGlides, useGlideStore } from "./glideStore.ts";

const GLIDE_MS = 320;
/** One card alone is put somewhere by hand; with very many the eye follows none. */
const FEWEST = 2;
const MOST = 300;

/** When to draw, and whether motion is wanted; replaced in tests. */
export interface Motion {
  now(): number;
  nextFrame(draw: () => void): void;
  isWanted(): boolean;
}

const PAGE: Motion = {
  now: () => performance.now(),
  nextFrame: (draw) => void requestAnimationFrame(draw),
  isWanted: () => !document.hidden && !matchMedia("(prefers-reduced-motion: reduce)").matches,
};

/**
 * Lets cards glide to their new places when several are moved at once, by whomever: tidying, aligning, undoing. What somebody
 * drags is where it is already. Returns what ends it.
 */
export function watchGlides(session: MapSession, motion = PAGE): () => void {
  const shown = shownMap(session);
  let before = shown.snapshot().elementById;
  let othersBefore = shown.others();
  let glide: { readonly from: ReadonlyMap<string, Offset>; readonly start: number } | undefined;
  let isDrawing = false;

  const draw = () => {
    isDrawing = false;
    if (glide === undefined) return;
    const left = 1 - Math.min(1, (motion.now() - glide.start) / GLIDE_MS);
    if (left === 0) glide = undefined;
    setGlides(glide === undefined ? new Map() : scaled(glide.from, left ** 3));
    drawNext();
  };
  const drawNext = () => {
    if (glide === undefined || isDrawing) return;
    isDrawing = true;
    motion.nextFrame(draw);
  };
  const unsubscribe = shown.subscribe(() => {
    const { elementById } = shown.snapshot();
    // A drop and the end of the drag may come together.
    const others = [...othersBefore, ...shown.others()];
    othersBefore = shown.others();
    if (elementById === before) return;
    const { offsets } = useGlideStore.getState();
    const held = heldIds(others);
    const from = new Map<string, Offset>();
    for (const [id, { position }] of elementById) {
      const was = before.get(id)?.position;
      if (was === undefined || held.has(id) || (was.x === position.x && was.y === position.y)) continue;
      const left = offsets.get(id) ?? { dx: 0, dy: 0 };
      from.set(id, { dx: was.x - position.x + left.dx, dy: was.y - position.y + left.dy });
    }
    before = elementById;
    if (from.size < FEWEST || from.size > MOST || !motion.isWanted()) return;
    glide = { from, start: motion.now() };
    setGlides(from);
    drawNext();
  });
  return () => {
    unsubscribe();
    glide = undefined;
    setGlides(new Map());
  };
}

function scaled(from: ReadonlyMap<string, Offset>, by: number): ReadonlyMap<string, Offset> {
  return new Map([...from].map(([id, { dx, dy }]) => [id, { dx: dx * by, dy: dy * by }]));
}

function heldIds(others: readonly Person[]): ReadonlySet<string> {
  const held = others.flatMap(({ drag }) => drag?.ids ?? []);
  return new Set([...(useDragStore.getState().own?.ids ?? []), ...held]);
}
