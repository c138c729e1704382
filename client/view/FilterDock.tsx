import { X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./FilterDock.module.css";
import { FilterPanel } from "./FilterPanel.tsx";
import { useFocusGivenBack } from "./useFocusGivenBack.ts";
import { showPanel } from "./viewStore.ts";

/** The filter at the side of the map, which is seen and used meanwhile: every choice shows at once. */
export function FilterDock() {
  const titleId = useId();
  const giveFocusBack = useFocusGivenBack();
  const close = () => {
    showPanel(undefined);
    giveFocusBack();
  };
  return (
    <div
      ref={focusOnce}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles.dock}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          Filter
        </h2>
        <IconButton label="Close the filter" size="small" shortcut="Esc" onPress={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <FilterPanel />
    </div>
  );
}

function focusOnce(dock: HTMLDivElement | null): void {
  if (dock !== null && !dock.contains(document.activeElement)) dock.focus();
}
