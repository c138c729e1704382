import { Check, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { LONGEST_VIEW_NAME, type NamedView, type SavedView } from "../../shared/view/SavedView.ts";
import { performWithUndo } from "../findings/performWithUndo.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { openView, viewNow } from "./openView.ts";
import styles from "./ViewsPanel.module.css";
import { useViewStore } from "./viewStore.ts";

/** One saved view: opened by anybody, for themselves; renamed, brought up to date and deleted by whoever may edit. */
export function ViewRow({ named, canEdit }: { readonly named: NamedView; readonly canEdit: boolean }) {
  const session = useSession();
  const [isRenaming, setRenaming] = useState(false);
  const isOpen = useViewStore((state) => state.openView === named.id);
  const { id, view } = named;
  const save = (label: string, saved: SavedView, said?: string) =>
    performWithUndo(session, label, (editor) => editor.saveView(id, saved), said);
  const overwrite = () => {
    const label = `Update the view “${view.name}”`;
    save(label, viewNow(view.name), `The view “${view.name}” is what is shown now.`);
    useViewStore.setState({ openView: id });
  };
  const remove = () =>
    void performWithUndo(
      session,
      `Delete the view “${view.name}”`,
      (editor) => editor.removeView(id),
      `The view “${view.name}” is deleted for everybody.`,
    );
  if (isRenaming)
    return (
      <li className={styles.row}>
        <RenameForm
          name={view.name}
          onDone={(name) => {
            setRenaming(false);
            if (name !== undefined) save(`Rename the view “${view.name}” to “${name}”`, { ...view, name });
          }}
        />
      </li>
    );
  return (
    <li className={styles.row}>
      <Button
        variant="quiet"
        className={classNames(styles.open, isOpen && styles.isOpen)}
        onPress={() => openView(named, session.snapshots.get())}
        {...(isOpen && { "aria-current": "true" })}
      >
        <span className={styles.name}>{view.name}</span>
        {isOpen && <Check aria-hidden />}
      </Button>
      {canEdit && (
        <>
          <IconButton label={`Rename “${view.name}”`} size="small" onPress={() => setRenaming(true)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={`Update “${view.name}” to what is shown now`} size="small" onPress={overwrite}>
            <RefreshCw aria-hidden />
          </IconButton>
          <IconButton label={`Delete “${view.name}”`} size="small" onPress={remove}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}

function RenameForm({
  name,
  onDone,
}: {
  readonly name: string;
  readonly onDone: (name: string | undefined) => void;
}) {
  const [text, setText] = useState(name);
  const wanted = text.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(wanted === "" || wanted === name ? undefined : wanted);
      }}
    >
      <TextField
        label={`New name of “${name}”`}
        value={text}
        onChange={setText}
        maxLength={LONGEST_VIEW_NAME}
        autoFocus
      />
      <Button type="submit" variant="primary">
        Rename
      </Button>
    </form>
  );
}
