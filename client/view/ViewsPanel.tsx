import { useMemo, useRef, useState } from "react";
import { newId } from "../../shared/model/newId.ts";
import { LONGEST_VIEW_NAME, MOST_VIEWS, savedViewsOf, viewCountOf } from "../../shared/view/SavedView.ts";
import { setHiddenLayers, useCanvasStore } from "../canvas/canvasStore.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { viewNow } from "./openView.ts";
import { ViewRow } from "./ViewRow.tsx";
import styles from "./ViewsPanel.module.css";
import { clearNarrowing, markBy, showPanel, useViewStore } from "./viewStore.ts";

/** The saved views of the map, which everybody can open; whoever may edit saves and changes them. */
export function ViewsPanel() {
  const { map } = useSnapshot();
  const canEdit = useCanEdit();
  const views = useMemo(() => savedViewsOf(map), [map]);
  return (
    <div className={styles.panel}>
      {views.length === 0 ? (
        <p className={styles.hint}>
          {canEdit
            ? "Nothing is saved yet. Choose what the map shows, then give it a name: everybody can open it."
            : "Nobody has saved a view of this map yet."}
        </p>
      ) : (
        <ul className={styles.list} aria-label="Saved views">
          {views.map((named) => (
            <ViewRow key={named.id} named={named} canEdit={canEdit} />
          ))}
        </ul>
      )}
      <Button size="small" onPress={showEverything}>
        Show everything
      </Button>
      {canEdit && (
        <SaveForm names={views.map(({ view }) => view.name)} isFull={viewCountOf(map) >= MOST_VIEWS} />
      )}
    </div>
  );
}

function showEverything(): void {
  clearNarrowing();
  markBy({ colourBy: undefined, sizeBy: undefined });
  setHiddenLayers([]);
  showPanel(undefined);
  // What comes back is drawn with the next frame.
  requestAnimationFrame(() => useCanvasStore.getState().viewport?.fit());
}

function SaveForm({ names, isFull }: { readonly names: readonly string[]; readonly isFull: boolean }) {
  const session = useSession();
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const wanted = name.trim();
  const isTaken = names.some((each) => each.toLowerCase() === wanted.toLowerCase());
  if (isFull)
    return (
      <p className={styles.hint}>
        A map holds {MOST_VIEWS} views: more would be a list that nobody reads. Delete one to save another.
      </p>
    );
  const save = () => {
    if (wanted === "" || isTaken) return;
    const id = newId();
    session.perform(`Save the view “${wanted}”`, (editor) => editor.saveView(id, viewNow(wanted)));
    useViewStore.setState({ openView: id });
    setName("");
    // The button has nothing to save now: with the focus still on it, no key would reach the panel.
    field.current?.focus();
    showToast(`The view “${wanted}” is saved. Everybody can open it.`);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label="Save what is shown now as"
        placeholder="such as Money only"
        value={name}
        onChange={setName}
        maxLength={LONGEST_VIEW_NAME}
        inputRef={field}
        error={isTaken ? "There is a view of this name. Choose another, or update that one." : undefined}
      />
      <Button type="submit" variant="primary" isDisabled={wanted === "" || isTaken}>
        Save
      </Button>
    </form>
  );
}
