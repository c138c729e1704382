import type { Size } from "../model/field.ts";

const LARGEST = 100_000;

/** The size that a place or note states, kept between what can be grabbed and what can be drawn; else the default. */
export function statedSize(stated: Size | undefined, byDefault: Size, least: Size): Size {
  if (stated === undefined) return byDefault;
  return {
    width: Math.min(LARGEST, Math.max(least.width, stated.width)),
    height: Math.min(LARGEST, Math.max(least.height, stated.height)),
  };
}
