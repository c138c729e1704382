import { type ReactNode, useEffect, useRef } from "react";
import { inspectorFocused, usePanelStore } from "../panelStore.ts";
import styles from "./Inspector.module.css";

/** What the inspector shows now. It takes the focus where what had it is gone. */
export function InspectorHeading({
  kicker,
  aside,
  children,
}: {
  readonly kicker: string;
  /** What can be done with all of it, at the end of the first line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wantsFocus = usePanelStore((state) => state.inspectorWantsFocus);
  useEffect(() => {
    if (!wantsFocus) return;
    heading.current?.focus();
    inspectorFocused();
  }, [wantsFocus]);
  return (
    <header className={styles.header}>
      <div className={styles.firstLine}>
        <p className={styles.kicker}>{kicker}</p>
        {aside}
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {children}
      </h2>
    </header>
  );
}
