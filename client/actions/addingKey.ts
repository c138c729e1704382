/** The key under which the steps of adding a card and of naming it for the first time are one. */
export function addingKey(id: string): string {
  return `add ${id}`;
}
