import type { Editor } from "../document/edit.ts";
import type { Json } from "../model/field.ts";

/** Changes what an element or relation says, and draws it as a proposal: what it says now, nobody has agreed yet. */
export function proposeChange(editor: Editor, id: string, fields: Readonly<Record<string, Json>>): void {
  for (const [field, value] of Object.entries(fields)) editor.setField(id, field, value);
  editor.setField(id, "proposed", true);
}
