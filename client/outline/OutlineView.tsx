import { FoldVertical, ListPlus, UnfoldVertical } from "lucide-react";
import { useId, useState } from "react";
import { useLookSession } from "../history/lookStore.ts";
import { PrintHead } from "../print/PrintHead.tsx";
import { useCanEdit } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import spoken from "../ui/spoken.module.css";
import { AddAnything } from "./AddAnything.tsx";
import { OutlineTree } from "./OutlineTree.tsx";
import styles from "./OutlineView.module.css";
import { setCurrent, setExpanded, useOutlineStore } from "./outlineStore.ts";
import { PlaceDialog } from "./PlaceDialog.tsx";
import { useCurrentOnMap } from "./useCurrentOnMap.ts";
import { useOutline } from "./useOutline.ts";

/** The map as an outline: everything that it says in sentences, and everything that can be done on it. */
export function OutlineView() {
  const shown = useOutline();
  const canEdit = useCanEdit();
  const isPast = useLookSession() !== undefined;
  const helpId = useId();
  const [isAdding, setAdding] = useState(false);
  useCurrentOnMap(shown);
  return (
    <section className={styles.view} aria-label="Outline">
      <PrintHead what="Outline" />
      <div role="toolbar" aria-label="Outline: tools" className={styles.toolbar}>
        {canEdit && (
          <Button size="small" variant="outline" onPress={() => setAdding(true)}>
            <ListPlus aria-hidden />
            Add…
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => setExpanded(shown.outline.openable())}>
          <UnfoldVertical aria-hidden />
          Open all
        </Button>
        <Button size="small" variant="quiet" onPress={closeAll}>
          <FoldVertical aria-hidden />
          Close all
        </Button>
      </div>
      <p id={helpId} className={spoken.only}>
        {canEdit ? EDITOR_HELP : VIEWER_HELP}
      </p>
      {shown.rows.length === 0 ? (
        <p className={styles.empty}>
          {isPast ? "Nothing was on the map then." : "Nothing is on this map yet."}
          {canEdit && " “Add…” begins it: an organisation, a contract, a fund or a board."}
        </p>
      ) : (
        <OutlineTree shown={shown} helpId={helpId} />
      )}
      {canEdit && <AddAnything isOpen={isAdding} onClose={() => setAdding(false)} />}
      {canEdit && <PlaceDialog />}
    </section>
  );
}

function closeAll(): void {
  setExpanded(new Set());
  setCurrent(useOutlineStore.getState().current?.split("/")[0]);
}

const VIEWER_HELP =
  "Up and down go from row to row, right opens a branch and left closes it, star opens all beside it. Letters go to the next name that begins so. Shift F10 opens the menu of a row.";
const EDITOR_HELP = `${VIEWER_HELP} Enter or F2 renames, Insert adds below, Delete deletes.`;
