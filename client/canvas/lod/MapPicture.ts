import type { Rect } from "../viewportFor.ts";
import { type Brush, paintBadges, paintPart } from "./paintPart.ts";
import { onThemeChange, type Palette, readPalette } from "./palette.ts";
import type { ScenePart } from "./Scene.ts";
import { meets } from "./viewRegion.ts";

/** Where somebody looks: what is in view in map units, and how many screen pixels a map unit is. */
export interface View {
  readonly rect: Rect;
  readonly zoom: number;
}

interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

/** What a sheet shows. */
interface Painted {
  readonly region: Rect;
  readonly zoom: number;
  /** All parts that there were then. */
  readonly all: readonly ScenePart[];
}

interface Painting extends Painted {
  readonly sheet: Sheet;
  /** Those of them that meet the region. */
  readonly parts: readonly ScenePart[];
  /** How many steps are done: each part first, and then the badges of each. */
  done: number;
}

/** What a slice of painting may take of a frame. */
const SLICE_MS = 6;
const PARTS_AT_ONCE = 8;
/** How much around the view is painted, in parts of the view, and how much of that may be used up before it is painted anew. */
const MARGIN = 0.3;
const LEAST_MARGIN = 0.08;
/** While somebody zooms, the picture is stretched so far at most. */
const LARGEST_STRETCH = 1.6;
const REST_MS = 120;
/** More than this that changed is painted anew with all the rest, in slices. */
const MOST_MENDED = 250;
const MOST_PIXELS = 9e6;

/**
 * A large map from afar as one picture, that is moved and stretched with the view as it is, and painted again in slices of a few
 * milliseconds on a second sheet, which then takes the first one's place. What changes is mended where it is.
 */
export class MapPicture {
  readonly #sheets: readonly [Sheet, Sheet];
  #front = 0;
  #painted: Painted | undefined;
  #painting: Painting | undefined;
  #parts: readonly ScenePart[] = [];
  #view: View | undefined;
  #palette: Palette;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #stopTheme: () => void;
  readonly #onPainted: () => void;

  /**
   * @param holder stands at the origin of the map, inside what moves with the view.
   * @param onPainted is called when there is something to see.
   */
  constructor(holder: HTMLElement, onPainted: () => void) {
    this.#onPainted = onPainted;
    this.#sheets = [sheetIn(holder), sheetIn(holder)];
    this.#palette = readPalette(holder);
    this.#stopTheme = onThemeChange(() => {
      this.#palette = readPalette(holder);
      this.#paintAnew();
    });
    void document.fonts.ready.then(() => this.#paintAnew());
  }

  /** Shows these parts from now on. */
  setParts(parts: readonly ScenePart[]): void {
    if (parts === this.#parts) return;
    this.#parts = parts;
    this.#keepUp();
  }

  /** The view has moved. */
  setView(view: View): void {
    this.#view = view;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#sharpen(), REST_MS);
    const coming = this.#painting ?? this.#painted;
    if (coming === undefined || !isWithin(grown(view.rect, LEAST_MARGIN), coming.region)) this.#paintAnew();
    else if (stretch(coming.zoom, view.zoom) > LARGEST_STRETCH) this.#paintAnew();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#stopTheme();
    for (const { canvas } of this.#sheets) canvas.remove();
  }

  /** Mends what has changed since the picture was painted. What is being painted meanwhile is mended when it is done. */
  #keepUp(): void {
    const painted = this.#painted;
    const areas = painted && changedBounds(painted.all, this.#parts);
    if (painted !== undefined && areas !== undefined) this.#mend(painted, areas);
    else if (this.#painting === undefined) this.#paintAnew();
  }

  #sharpen(): void {
    const coming = this.#painting ?? this.#painted;
    if (this.#view !== undefined && coming !== undefined && coming.zoom !== this.#view.zoom)
      this.#paintAnew();
  }

  #paintAnew(): void {
    const view = this.#view;
    const sheet = this.#sheets[1 - this.#front];
    if (view === undefined || sheet === undefined || view.rect.width <= 0) return;
    const region = grown(view.rect, MARGIN);
    prepare(sheet, region, view.zoom);
    const parts = this.#parts.filter(({ bounds }) => meets(bounds, region));
    this.#painting = { region, zoom: view.zoom, all: this.#parts, parts, sheet, done: 0 };
    cancelAnimationFrame(this.#frame);
    // The first picture is not waited for.
    if (this.#painted === undefined) this.#goOn();
    else this.#frame = requestAnimationFrame(() => this.#goOn());
  }

  #goOn(): void {
    const painting = this.#painting;
    if (painting === undefined) return;
    const end = performance.now() + SLICE_MS;
    const brush = this.#brush(painting.sheet, painting.zoom);
    const { parts } = painting;
    while (painting.done < 2 * parts.length && performance.now() < end) {
      for (const stop = painting.done + PARTS_AT_ONCE; painting.done < stop; painting.done++) {
        const part = parts[painting.done % parts.length];
        if (part === undefined || painting.done >= 2 * parts.length) break;
        if (painting.done < parts.length) paintPart(part, brush);
        else paintBadges(part, brush);
      }
    }
    flush(painting.sheet);
    if (painting.done < 2 * parts.length) this.#frame = requestAnimationFrame(() => this.#goOn());
    else this.#turn(painting);
  }

  /** The sheet that has just been painted is shown in the place of the other. */
  #turn({ region, zoom, sheet, all }: Painting): void {
    this.#painting = undefined;
    this.#painted = { region, zoom, all };
    const { style } = sheet.canvas;
    style.transform = `translate(${region.x}px, ${region.y}px)`;
    style.width = `${region.width}px`;
    style.height = `${region.height}px`;
    style.display = "block";
    const before = this.#sheets[this.#front];
    if (before !== undefined) before.canvas.style.display = "none";
    this.#front = 1 - this.#front;
    this.#onPainted();
    this.#keepUp();
  }

  #mend(painted: Painted, areas: readonly Rect[]): void {
    const sheet = this.#sheets[this.#front];
    this.#painted = { ...painted, all: this.#parts };
    if (sheet === undefined) return;
    const { context } = sheet;
    const within = areas.filter((area) => meets(area, painted.region));
    if (within.length === 0) return;
    context.save();
    context.beginPath();
    for (const { x, y, width, height } of within) context.rect(x, y, width, height);
    context.clip();
    context.clearRect(painted.region.x, painted.region.y, painted.region.width, painted.region.height);
    const brush = this.#brush(sheet, painted.zoom);
    const parts = this.#parts.filter(({ bounds }) => within.some((area) => meets(bounds, area)));
    for (const part of parts) paintPart(part, brush);
    for (const part of parts) paintBadges(part, brush);
    context.restore();
  }

  #brush({ context }: Sheet, zoom: number): Brush {
    return { context, palette: this.#palette, zoom };
  }
}

function sheetIn(holder: HTMLElement): Sheet {
  const canvas = document.createElement("canvas");
  canvas.style.display = "none";
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("The browser cannot draw on a canvas.");
  holder.append(canvas);
  return { canvas, context };
}

function prepare({ canvas, context }: Sheet, { x, y, width, height }: Rect, zoom: number): void {
  const wanted = zoom * devicePixelRatio;
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  context.translate(-x, -y);
}

/** The browser only notes what is drawn; reading a pixel makes it do the work now, in this slice. */
function flush({ context }: Sheet): void {
  context.getImageData(0, 0, 1, 1);
}

/** Where two scenes differ; undefined where that is too much to mend. */
function changedBounds(before: readonly ScenePart[], after: readonly ScenePart[]): Rect[] | undefined {
  const kept = new Set(after);
  const known = new Set(before);
  const areas: Rect[] = [];
  for (const part of before) if (!kept.has(part)) areas.push(part.bounds);
  for (const part of after) if (!known.has(part)) areas.push(part.bounds);
  return areas.length > MOST_MENDED ? undefined : areas;
}

function grown({ x, y, width, height }: Rect, share: number): Rect {
  return {
    x: x - width * share,
    y: y - height * share,
    width: width * (1 + 2 * share),
    height: height * (1 + 2 * share),
  };
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function stretch(one: number, other: number): number {
  return one > other ? one / other : other / one;
}
