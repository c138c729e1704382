/** Under this type a drag from the palette carries the id of its item. */
export const PALETTE_DATA_TYPE = "application/x-plumbline-palette-item";

/** Whether a drag carries a palette item. */
export function carriesPaletteItem(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes(PALETTE_DATA_TYPE) ?? false;
}
