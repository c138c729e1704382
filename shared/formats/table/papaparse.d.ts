/** The part of papaparse that is used here. Its own types bring those of Node and of the browser into what must know neither. */
declare module "papaparse/papaparse.min.js" {
  const Papa: {
    parse(
      text: string,
      options: {
        readonly delimiter: string;
        readonly skipEmptyLines?: boolean | "greedy";
        /** How many rows to read; 0 is all of them. */
        readonly preview?: number;
      },
    ): { readonly data: readonly (readonly string[])[] };
    unparse(
      rows: readonly (readonly string[])[],
      options: { readonly delimiter: string; readonly newline: string },
    ): string;
  };
  export default Papa;
}
