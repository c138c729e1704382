import { FileJson, Image, Shapes } from "lucide-react";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { MenuButton } from "../ui/MenuButton.tsx";
import { useNarrowedStore } from "../view/narrowedStore.ts";
import { downloadMapFile, downloadPng, downloadSvg } from "./exportActions.ts";

/** What can be taken home: pictures made from the model, and the map file. */
export function ExportMenu() {
  const { snapshots } = useSession();
  const isNarrowed = useNarrowedStore(({ narrowed }) => narrowed !== undefined);
  return (
    <MenuButton
      label="Export"
      button={<Button variant="primary">Export</Button>}
      entries={[
        {
          id: "png",
          label: "Picture (PNG)",
          description: isNarrowed
            ? "The whole map, also what the filter leaves out"
            : "The whole map for slides and board papers",
          icon: <Image aria-hidden />,
          onAction: () => void downloadPng(snapshots.get()),
        },
        {
          id: "svg",
          label: "Picture (SVG)",
          description: isNarrowed
            ? "The whole map, also what the filter leaves out"
            : "Sharp at any size, with real text",
          icon: <Shapes aria-hidden />,
          onAction: () => void downloadSvg(snapshots.get()),
        },
        {
          id: "map",
          label: "Map file",
          description: "Everything on the map, to keep or to open again",
          icon: <FileJson aria-hidden />,
          onAction: () => void downloadMapFile(snapshots.get()),
        },
      ]}
    />
  );
}
