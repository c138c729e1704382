/** What of a map is asked for. */
export interface ShownIds {
  readonly elements: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
}
