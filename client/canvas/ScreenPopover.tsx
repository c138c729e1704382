import { type ReactNode, useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Point } from "../../shared/model/field.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./ScreenPopover.module.css";

/** A small panel beside a point of the screen. Escape and a press outside close it. */
export function ScreenPopover({
  at,
  label,
  onClose,
  children,
}: {
  /** In screen pixels; undefined while it is closed. */
  readonly at: Point | undefined;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={at === undefined ? {} : { left: `${at.x}px`, top: `${at.y}px` }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={at !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        offset={4}
        className={classNames(styles.popover)}
      >
        <Dialog aria-label={label} className={classNames(styles.content)}>
          {children}
        </Dialog>
      </Popover>
    </>
  );
}
