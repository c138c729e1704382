import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { classNames } from "./classNames.ts";
import styles from "./Tooltip.module.css";

const delayMs = 500;

/** Shows a hint while the button inside it is hovered or focused. The hint never is the only name of the button. */
export function Tooltip({
  hint,
  placement = "bottom",
  children,
}: {
  readonly hint: ReactNode;
  readonly placement?: "top" | "bottom" | "left" | "right";
  /** One button of this folder or of react-aria-components. */
  readonly children: ReactNode;
}) {
  return (
    <TooltipTrigger delay={delayMs} closeDelay={0}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={classNames(styles.tooltip)}>
        {hint}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
