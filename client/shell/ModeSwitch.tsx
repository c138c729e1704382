import { ListTree, Table2, Workflow } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classNames } from "../ui/classNames.ts";
import { Tooltip } from "../ui/Tooltip.tsx";
import styles from "./ModeSwitch.module.css";
import { showMode, useViewMode, VIEW_MODES, type ViewMode } from "./viewMode.ts";

const LOOKS: Readonly<Record<ViewMode, { readonly label: string; readonly Icon: typeof Workflow }>> = {
  map: { label: "Map", Icon: Workflow },
  outline: { label: "Outline", Icon: ListTree },
  tables: { label: "Tables", Icon: Table2 },
};

/** Whether the map is shown drawn, as an outline or as tables. */
export function ModeSwitch() {
  const mode = useViewMode((state) => state.mode);
  return (
    <ToggleButtonGroup
      aria-label="Show as"
      className={classNames(styles.group)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        const chosen = VIEW_MODES.find((each) => keys.has(each));
        if (chosen !== undefined) showMode(chosen);
      }}
    >
      {VIEW_MODES.map((each) => {
        const { label, Icon } = LOOKS[each];
        return (
          <Tooltip
            key={each}
            hint={`Show as ${each === "map" ? "a map" : each === "outline" ? "an outline" : "tables"}`}
          >
            <ToggleButton id={each} aria-label={label} className={classNames(styles.mode)}>
              <Icon aria-hidden />
              <span className={styles.label} data-label={label}>
                {label}
              </span>
            </ToggleButton>
          </Tooltip>
        );
      })}
    </ToggleButtonGroup>
  );
}
