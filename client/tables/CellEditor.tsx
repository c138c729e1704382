import type { Json } from "../../shared/model/field.ts";
import { draftKey, setDraft } from "../panels/inspector/draftStore.ts";
import { isTyped } from "../panels/inspector/fieldText.ts";
import { announce } from "../panels/panelStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { ChoiceCellEditor } from "./ChoiceCellEditor.tsx";
import type { EditorProps, NextCell } from "./EditorProps.ts";
import { changeLabel } from "./rowWords.ts";
import { TextCellEditor } from "./TextCellEditor.tsx";
import { isHeld, writeCell } from "./writeCell.ts";

/** The editor that fits what a cell holds; what it saves is one step of the history. */
export function CellEditor(props: Omit<EditorProps, "onSave">) {
  const { row, content, names } = props;
  const session = useSession();
  const onSave = (value: Json | undefined) => {
    if (isHeld(content, value)) return;
    const label = changeLabel(row, content, names);
    session.perform(label, (editor) => writeCell(editor, row, content, value));
    announce(`Saved: ${props.label}`);
  };
  if (content.kind === "field" && isTyped(content.field))
    return <TextCellEditor {...props} onSave={onSave} />;
  const onEnd = (next: NextCell) => {
    // What was pasted here and could not be read is settled now, one way or the other.
    if (content.kind === "field") setDraft(draftKey(session.id, row.id, content.name), undefined);
    props.onEnd(next);
  };
  return <ChoiceCellEditor {...props} onSave={onSave} onEnd={onEnd} />;
}
