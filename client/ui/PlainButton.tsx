import type { ReactNode } from "react";
import styles from "./Button.module.css";
import { classNames } from "./classNames.ts";

/**
 * A button of the browser's own, with our look: for screens that stand when something could not be loaded or has failed, and so need
 * nothing but what is there already.
 */
export function PlainButton({
  onPress,
  children,
}: {
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className={classNames(styles.button, styles.plain)} onClick={onPress}>
      {children}
    </button>
  );
}
