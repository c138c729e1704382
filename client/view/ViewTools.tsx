import { Bookmark, Filter, Layers, Map as MapIcon, Palette, Search } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { LayerToggles } from "../canvas/LayerToggles.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import spoken from "../ui/spoken.module.css";
import { Tooltip } from "../ui/Tooltip.tsx";
import { MarksPanel } from "./MarksPanel.tsx";
import { setMinimap, useMinimapStore } from "./minimapStore.ts";
import { ViewsPanel } from "./ViewsPanel.tsx";
import styles from "./ViewTools.module.css";
import { isNarrowed, setSearching, showPanel, useViewStore, type ViewPanel } from "./viewStore.ts";

/** What finds things on the map and chooses how it is looked at. */
export function ViewTools({ layersClassName }: { readonly layersClassName: string | undefined }) {
  const isFiltered = useViewStore(isNarrowed);
  const isMarked = useViewStore(({ colourBy, sizeBy }) => colourBy !== undefined || sizeBy !== undefined);
  const isSearching = useViewStore((state) => state.isSearching);
  const isFilterOpen = useViewStore((state) => state.panel === "filter");
  const openView = useViewStore((state) => state.openView);
  const hasHiddenLayers = useCanvasStore(({ layers }) => Object.values(layers).includes(false));
  const isMinimapShown = useMinimapStore((state) => state.isShown);
  return (
    <fieldset className={styles.tools}>
      <legend className={spoken.only}>Find and look</legend>
      <span className={layersClassName}>
        <Panel
          panel="layers"
          title="Layers"
          widthPx={240}
          isOn={hasHiddenLayers}
          icon={<Layers aria-hidden />}
        >
          <LayerToggles />
        </Panel>
      </span>
      <Tool
        label="Find"
        hint="Find (/)"
        isOn={isSearching}
        icon={<Search aria-hidden />}
        onPress={() => setSearching(!isSearching)}
      />
      <Tool
        label="Filter"
        hint="Filter"
        isOn={isFiltered}
        isExpanded={isFilterOpen}
        icon={<Filter aria-hidden />}
        onPress={() => showPanel(isFilterOpen ? undefined : "filter")}
      />
      <Panel
        panel="marks"
        title="Colour and size"
        name="Colour"
        widthPx={300}
        isOn={isMarked}
        icon={<Palette aria-hidden />}
      >
        <MarksPanel />
      </Panel>
      <Panel
        panel="views"
        title="Views"
        widthPx={320}
        isOn={openView !== undefined}
        icon={<Bookmark aria-hidden />}
      >
        <ViewsPanel />
      </Panel>
      <Tool
        label="Minimap"
        hint="Minimap"
        isOn={isMinimapShown}
        isPressed={isMinimapShown}
        icon={<MapIcon aria-hidden />}
        onPress={() => setMinimap(!isMinimapShown)}
      />
    </fieldset>
  );
}

interface PanelProps {
  readonly panel: ViewPanel;
  readonly title: string;
  /** What its button is called; default: the title. */
  readonly name?: string;
  readonly widthPx: number;
  readonly isOn: boolean;
  readonly icon: ReactNode;
  readonly children: ReactElement;
}

function Panel({ panel, title, name = title, widthPx, isOn, icon, children }: PanelProps) {
  const isOpen = useViewStore((state) => state.panel === panel);
  return (
    <PopoverButton
      title={title}
      widthPx={widthPx}
      isOpen={isOpen}
      onOpenChange={(open) => showPanel(open ? panel : undefined)}
      button={<Tool label={name} hint={title} isOn={isOn} icon={icon} />}
    >
      {children}
    </PopoverButton>
  );
}

interface ToolProps {
  readonly label: string;
  readonly hint: string;
  /** Whether it changes what is shown now. */
  readonly isOn: boolean;
  /** For a switch: whether it is on. */
  readonly isPressed?: boolean;
  /** For what opens a panel on the map: whether it is open. */
  readonly isExpanded?: boolean;
  readonly icon: ReactNode;
  readonly onPress?: () => void;
}

/** A button with its word where there is room for it; its name is the same without. */
function Tool({ label, hint, isOn, isPressed, isExpanded, icon, onPress }: ToolProps) {
  return (
    <Tooltip hint={hint} placement="top">
      <Button
        size="small"
        variant="quiet"
        aria-label={isOn && isPressed === undefined ? `${label} (on)` : label}
        {...(isPressed !== undefined && { "aria-pressed": isPressed })}
        {...(isExpanded !== undefined && { "aria-expanded": isExpanded })}
        className={classNames(styles.tool, isOn && styles.on)}
        {...(onPress !== undefined && { onPress })}
      >
        {icon}
        <span className={styles.word} aria-hidden>
          {label}
        </span>
      </Button>
    </Tooltip>
  );
}
