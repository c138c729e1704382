/** What a map is called on the administrator's page. */
export function titleOf({ title }: { readonly title: string }): string {
  return title.trim() === "" ? "Map without a title" : title;
}
