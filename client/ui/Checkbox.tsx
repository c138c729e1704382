import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from "react-aria-components/Checkbox";
import { classNames } from "./classNames.ts";
import styles from "./field.module.css";

export interface CheckboxProps extends Omit<AriaCheckboxProps, "className" | "style" | "children"> {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A box to tick, with its label beside it. */
export function Checkbox({ children, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={classNames(styles.checkbox, className)}>
      {({ isSelected }) => (
        <>
          <span className={styles.box}>{isSelected && <Check aria-hidden strokeWidth={3} />}</span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
