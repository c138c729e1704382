import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";

/** The longest side of a picture, in pixels: past it, memory runs to hundreds of megabytes and many programs refuse the file. */
export const MAX_PNG_SIDE_PX = 8192;

export interface PngPicture {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The size that was asked for, where it was past the largest and the picture was made smaller. */
  readonly reducedFrom?: { readonly widthPx: number; readonly heightPx: number };
}

const require = createRequire(import.meta.url);

function fontFile(packageName: string, path: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), path);
}

// Only these, never the machine's own: the same map must give the same picture everywhere.
const FONT_FILES = [
  fontFile("@expo-google-fonts/arimo", "400Regular/Arimo_400Regular.ttf"),
  fontFile("@expo-google-fonts/arimo", "700Bold/Arimo_700Bold.ttf"),
  fontFile("@expo-google-fonts/arimo", "400Regular_Italic/Arimo_400Regular_Italic.ttf"),
  fontFile("@expo-google-fonts/noto-sans-arabic", "400Regular/NotoSansArabic_400Regular.ttf"),
  fontFile("@expo-google-fonts/noto-sans-arabic", "700Bold/NotoSansArabic_700Bold.ttf"),
  fontFile("@expo-google-fonts/noto-emoji", "400Regular/NotoEmoji_400Regular.ttf"),
];

/**
 * Draws an SVG made by `mapToSvg` as a PNG, off the event loop. Default width: twice the map's units, for sharp print. A
 * picture that would be larger than `MAX_PNG_SIDE_PX` on a side is made to fit, and says so in `reducedFrom`.
 * Rejects if the SVG cannot be read.
 */
export async function svgToPng(
  svg: string,
  options: { readonly widthPx?: number } = {},
): Promise<PngPicture> {
  const size = sizeOf(svg);
  const asked = options.widthPx ?? Math.round(size.width * 2);
  const wanted = { widthPx: asked, heightPx: Math.max(1, Math.round((asked * size.height) / size.width)) };
  const scale = Math.min(1, MAX_PNG_SIDE_PX / wanted.widthPx, MAX_PNG_SIDE_PX / wanted.heightPx);
  const isReduced = scale < 1;
  const fitTo =
    isReduced && wanted.heightPx > wanted.widthPx
      ? ({ mode: "height", value: MAX_PNG_SIDE_PX } as const)
      : ({ mode: "width", value: Math.max(1, isReduced ? MAX_PNG_SIDE_PX : asked) } as const);
  const image = await renderAsync(svg, {
    fitTo,
    font: {
      loadSystemFonts: false,
      fontFiles: FONT_FILES,
      defaultFontFamily: "Arimo",
      sansSerifFamily: "Arimo",
    },
    logLevel: "off",
  });
  return {
    png: image.asPng(),
    widthPx: image.width,
    heightPx: image.height,
    ...(isReduced ? { reducedFrom: wanted } : {}),
  };
}

function sizeOf(svg: string): { width: number; height: number } {
  const viewBox = /^<svg [^>]*viewBox="([^"]*)"/
    .exec(svg.slice(svg.indexOf("<svg ")))?.[1]
    ?.split(" ")
    .map(Number);
  const [, , width = Number.NaN, height = Number.NaN] = viewBox ?? [];
  if (!(width > 0 && height > 0)) throw new Error("The SVG states no size.");
  return { width, height };
}
