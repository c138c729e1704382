/** A list as a person sees it: absent is "not stated", empty is "stated: none". */
export type StatedList = readonly string[] | undefined;

/**
 * The list after a value has been ticked or unticked, in the order of `values`. Unticking the last one leaves the list
 * not stated: nobody has said "none".
 */
export function withValue(
  list: StatedList,
  value: string,
  ticked: boolean,
  values: readonly string[],
): StatedList {
  const chosen = new Set(list ?? []);
  if (ticked) chosen.add(value);
  else chosen.delete(value);
  return chosen.size === 0 ? undefined : values.filter((each) => chosen.has(each));
}

/** The list after "stated as none" has been ticked (empty) or unticked (not stated). */
export function statedAsNone(ticked: boolean): StatedList {
  return ticked ? [] : undefined;
}
