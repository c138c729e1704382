import spoken from "../ui/spoken.module.css";
import { usePanelStore } from "./panelStore.ts";

/** Where a screen reader hears what {@link announce} says. */
export function LiveRegion() {
  const { text, count } = usePanelStore((state) => state.said);
  return (
    <div role="status" className={spoken.only}>
      <span key={count}>{text}</span>
    </div>
  );
}
