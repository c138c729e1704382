import { LayoutGrid } from "lucide-react";
import { useEffect } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { MenuButton, type MenuEntry } from "../ui/MenuButton.tsx";
import { tidy } from "./tidy.ts";
import { useTidyStore } from "./tidyStore.ts";
import { hasNoted, idsOfNew, noteWhatIsThere } from "./whatIsNew.ts";

/** Puts the map in order: all of it, what is selected, or what is new. Not there for those who may not edit. */
export function TidyButton() {
  const session = useSession();
  const canEdit = useCanEdit();
  const isRunning = useTidyStore((state) => state.isRunning);
  useEffect(() => {
    if (!hasNoted(session)) noteWhatIsThere(session);
  }, [session]);
  if (!canEdit) return null;
  return (
    <MenuButton
      label="Tidy"
      button={
        <Button size="small" variant="quiet">
          <LayoutGrid aria-hidden />
          Tidy
        </Button>
      }
      entries={() => waysToTidy(session).map((entry) => (isRunning ? { ...entry, isDisabled: true } : entry))}
    />
  );
}

function waysToTidy(session: MapSession): readonly MenuEntry[] {
  const { map, elementById } = session.snapshots.get();
  const selected = useCanvasStore.getState().selection.filter((id) => elementById.has(id));
  const count = map.elements.length;
  return [
    {
      id: "everything",
      label: "Tidy everything",
      description:
        count < 2
          ? "There are no two cards yet."
          : "Commissioners above, contracts between, providers below.",
      isDisabled: count < 2,
      onAction: () => void tidy(session, { kind: "everything" }),
    },
    {
      id: "selection",
      label: "Tidy the selection",
      description:
        selected.length < 2
          ? "Select two cards or more first."
          : `${selected.length} cards; the others stay.`,
      isDisabled: selected.length < 2,
      onAction: () => void tidy(session, { kind: "selection", ids: selected }),
    },
    newEntry(session),
  ];
}

function newEntry(session: MapSession): MenuEntry {
  const count = idsOfNew(session).length;
  return {
    id: "new",
    label: "Tidy what is new",
    description:
      count === 0
        ? "Nothing has been added since, and no cards overlap."
        : `${count === 1 ? "1 card" : `${count} cards`}, added or overlapping; the others stay.`,
    isDisabled: count === 0,
    onAction: () => void tidy(session, { kind: "new" }),
  };
}
