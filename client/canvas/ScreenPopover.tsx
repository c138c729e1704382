import { type ReactNode, type RefObject, useRef } from "react";
import { Popover } from "react-aria-components/Popover";
import type { Point } from "../../shared/model/field.ts";
import { classNames } from "../ui/classNames.ts";
import styles from "./ScreenPopover.module.css";

const WIDTH_PX = 360;

/** A small panel beside a point of the map. Escape and a press outside close it. */
export function ScreenPopover({
  at,
  label,
  room,
  onClose,
  children,
}: {
  /** In screen pixels; undefined while it is closed. */
  readonly at: Point | undefined;
  readonly label: string;
  /** The part of the map that nothing floats over; the panel keeps to it where it is wide enough. */
  readonly room: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  // Asked only while it is open: the browser lays everything out to answer.
  const isRoomy = at !== undefined && (room.current?.clientWidth ?? 0) >= WIDTH_PX;
  const boundary = isRoomy ? room.current : room.current?.parentElement;
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
        {...(boundary != null && { boundaryElement: boundary })}
        aria-label={label}
        className={classNames(styles.popover)}
        style={{ width: `${WIDTH_PX}px` }}
      >
        {/* The popover itself is the dialog then, with the buttons inside that screen readers close it by. */}
        <div className={styles.content}>{children}</div>
      </Popover>
    </>
  );
}
