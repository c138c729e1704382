import { useState } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./Button.module.css";
import { classNames } from "./classNames.ts";

export type ButtonVariant = "primary" | "secondary" | "outline" | "quiet" | "danger";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style"> {
  /** Default `secondary`. One `primary` per dialog or panel. */
  readonly variant?: ButtonVariant;
  /** Default `medium` (32 px high); `small` is 26 px. */
  readonly size?: "small" | "medium";
  readonly className?: string | undefined;
}

/** As good as disabled, but for the focus. */
const INERT = { "aria-disabled": true, type: "button" } as const;

/**
 * A button. It reacts to `onPress`. One that is disabled while it has the focus keeps it until it is left: else no key would
 * reach the dialog or panel that it stands in.
 */
export function Button({
  variant = "secondary",
  size = "medium",
  className,
  isDisabled = false,
  onPress,
  onFocusChange,
  ...props
}: ButtonProps) {
  const [isFocused, setFocused] = useState(false);
  const isHeld = isDisabled && isFocused;
  return (
    <AriaButton
      {...props}
      {...(isHeld ? INERT : onPress !== undefined && { onPress })}
      isDisabled={isDisabled && !isHeld}
      onFocusChange={(isNow) => {
        setFocused(isNow);
        onFocusChange?.(isNow);
      }}
      className={classNames(styles.button, styles[variant], size === "small" && styles.small, className)}
    />
  );
}
