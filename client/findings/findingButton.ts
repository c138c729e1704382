/** The button of a finding's card within a list; null where its card is not drawn (yet). */
export function findingButton(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`) ?? null;
}
