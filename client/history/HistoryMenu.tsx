import { Ellipsis, UserX } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/IconButton.tsx";
import { MenuButton } from "../ui/MenuButton.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import type { Timeline } from "./timeline.ts";

/** What only owners do with the history. */
export function HistoryMenu({ timeline }: { readonly timeline: Timeline }) {
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
      {isErasing && <EraseDialog timeline={timeline} onClose={() => setErasing(false)} />}
    </>
  );
}
