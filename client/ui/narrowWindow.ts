/** Windows in which a panel and the map beside it have no room: panels begin folded away, and an open one lies over the map. */
export const NARROW_WINDOW = "(max-width: 760px)";
