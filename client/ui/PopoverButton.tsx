import type { ReactElement, ReactNode } from "react";
import { DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { classNames } from "./classNames.ts";
import styles from "./Popover.module.css";

export interface PopoverButtonProps {
  /** The button that opens it. */
  readonly button: ReactElement;
  readonly title: string;
  /** Default 300. */
  readonly widthPx?: number;
  /** Default `bottom`. */
  readonly placement?: "bottom" | "bottom start" | "bottom end";
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A button that opens a small panel beside it. Escape and a press outside close it. */
export function PopoverButton({
  button,
  title,
  widthPx = 300,
  placement = "bottom",
  isOpen,
  onOpenChange,
  children,
}: PopoverButtonProps) {
  return (
    <DialogTrigger
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      {button}
      <Popover
        className={classNames(styles.popover)}
        offset={6}
        placement={placement}
        style={{ width: `${widthPx}px` }}
      >
        {/* The popover itself is the dialog then, with the buttons inside that screen readers close it by. */}
        <div className={styles.content}>
          <h2 className={styles.title}>{title}</h2>
          {children}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
