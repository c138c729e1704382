/** The caller may see the map, but not this of it. */
export class NotShown extends Error {
  override readonly name = "NotShown";
}
