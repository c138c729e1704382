import type { ReactNode } from "react";
import styles from "./Button.module.css";
import { Button, type ButtonProps } from "./Button.tsx";
import { classNames } from "./classNames.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label"> {
  /** Its name for everybody: read aloud, and shown as a tooltip. */
  readonly label: string;
  /** Shown in the tooltip after the name, such as "Ctrl+Z". */
  readonly shortcut?: string;
  readonly tooltipPlacement?: "top" | "bottom" | "left" | "right";
  readonly children: ReactNode;
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  shortcut,
  tooltipPlacement = "bottom",
  variant = "quiet",
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip hint={shortcut === undefined ? label : `${label} (${shortcut})`} placement={tooltipPlacement}>
      <Button {...props} variant={variant} aria-label={label} className={classNames(styles.icon, className)}>
        {children}
      </Button>
    </Tooltip>
  );
}
