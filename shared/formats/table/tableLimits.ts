/** What is taken of a pasted table at once, each with its reason. */
export const TABLE_LIMITS = {
  /** Rows: a map of more cards than this cannot be read by a room, and one undo step of them is still quick for everybody. */
  rows: 2_000,
  /** Columns: more than any list of contracts has; what lies beyond is mostly an empty sheet. */
  columns: 40,
  /** Characters of the whole text: 5,000 rows of contracts are about one million. */
  characters: 5_000_000,
  /** Characters of a name: more does not fit on a card, and is a paragraph that slipped into the wrong column. */
  nameCharacters: 300,
  /** Characters of any other text: notes of several pages. */
  textCharacters: 10_000,
} as const;
