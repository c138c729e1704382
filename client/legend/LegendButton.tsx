import { Key } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { deviceStorage } from "../sync/webStorage.ts";
import { Button } from "../ui/Button.tsx";
import { loadLater } from "../ui/loadLater.tsx";
import styles from "./Legend.module.css";

const LegendPanel = loadLater(async () => (await import("./LegendPanel.tsx")).LegendPanel);

const KEPT_OPEN = "plumbline.legend";

/** Opens and folds the legend above the bar at the bottom; this device remembers which. */
export function LegendButton() {
  const [isOpen, setOpen] = useState(() => deviceStorage.get(KEPT_OPEN) === "open");
  const id = useId();
  const buttonId = useId();
  const show = (open: boolean) => {
    setOpen(open);
    if (open) deviceStorage.set(KEPT_OPEN, "open");
    else deviceStorage.remove(KEPT_OPEN);
  };
  const fold = () => {
    show(false);
    document.getElementById(buttonId)?.focus();
  };
  const foldOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    fold();
  };
  return (
    <>
      <Button
        id={buttonId}
        variant="secondary"
        size="small"
        aria-expanded={isOpen}
        {...(isOpen && { "aria-controls": id })}
        onPress={() => show(!isOpen)}
      >
        <Key aria-hidden />
        Legend
      </Button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard on its way from what has the focus inside
        <div id={id} className={styles.place} onKeyDown={foldOnEscape}>
          <LegendPanel onFold={fold} />
        </div>
      )}
    </>
  );
}
