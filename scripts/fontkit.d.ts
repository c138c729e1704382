/** The part of fontkit that the scripts use; the package ships no types. */
declare module "fontkit" {
  export interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  }
  export function openSync(path: string): Font | { readonly fonts: readonly Font[] };
}
