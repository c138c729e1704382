import { Ellipsis, UserX } from "lucide-react";
import { useState } from "react";
import type { HistoryEntry } from "../../shared/history/HistoryAnswer.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { MenuButton } from "../ui/MenuButton.tsx";
import { EraseDialog } from "./EraseDialog.tsx";

/** What only owners do with the history. */
export function HistoryMenu({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <MenuButton
        label="More about the history"
        button={
          <IconButton label="More about the history" size="small" tooltipPlacement="left">
            <Ellipsis aria-hidden />
          </IconButton>
        }
        entries={[
          {
            id: "erase",
            label: "Erase a person’s name…",
            description: "The changes stay, without saying whose they were",
            icon: <UserX aria-hidden />,
            onAction: () => setErasing(true),
          },
        ]}
      />
      {isErasing && <EraseDialog entries={entries} onClose={() => setErasing(false)} />}
    </>
  );
}
