import { CircleHelp } from "lucide-react";
import { showShortcuts } from "../canvas/canvasStore.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { MenuButton } from "../ui/MenuButton.tsx";
import { askFor, openCommands } from "./commandStore.ts";

/** The way to everything that explains: commands, shortcuts, the tour, the accessibility statement. */
export function HelpMenu() {
  return (
    <MenuButton
      label="Help"
      button={
        <IconButton label="Help">
          <CircleHelp aria-hidden />
        </IconButton>
      }
      entries={[
        {
          id: "commands",
          label: "All commands",
          description: "Search everything that you can do",
          onAction: () => openCommands(),
        },
        {
          id: "shortcuts",
          label: "Shortcuts",
          description: "Keys, mouse, touch and pen",
          onAction: () => showShortcuts(true),
        },
        {
          id: "tour",
          label: "Two-minute tour",
          description: "On a practice map of your own",
          onAction: () => askFor("tour"),
        },
        {
          id: "accessibility",
          label: "Accessibility statement",
          onAction: () => {
            window.open("/accessibility", "_blank", "noopener");
          },
        },
        { id: "about", label: "About Plumbline", onAction: () => askFor("about") },
      ]}
    />
  );
}
