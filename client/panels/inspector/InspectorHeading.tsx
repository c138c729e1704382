import { type ReactNode, useEffect, useRef } from "react";
import { inspectorFocused, usePanelStore } from "../panelStore.ts";
import styles from "./Inspector.module.css";

/** What the inspector shows now. It takes the focus where what had it is gone. */
export function InspectorHeading({
  kicker,
  children,
}: {
  readonly kicker: string;
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
      <p className={styles.kicker}>{kicker}</p>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {children}
      </h2>
    </header>
  );
}
