import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components/Select";
import { classNames } from "./classNames.ts";
import styles from "./field.module.css";
import popoverStyles from "./Popover.module.css";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<T>[];
  /** Undefined where nothing is chosen. */
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** A choice of one out of a list, with its label. */
export function Select<T extends string>({
  label,
  options,
  value,
  onChange,
  placeholder = "Not stated",
  description,
  isDisabled = false,
  className,
}: SelectProps<T>) {
  return (
    <AriaSelect
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      className={classNames(styles.field, className)}
    >
      <Label className={classNames(styles.label)}>{label}</Label>
      <Button className={classNames(styles.input, styles.trigger)}>
        <SelectValue className={classNames(styles.value)} />
        <ChevronDown aria-hidden />
      </Button>
      {description !== undefined && (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
      <Popover
        className={classNames(popoverStyles.popover)}
        offset={4}
        style={{ minWidth: "var(--trigger-width)" }}
      >
        <ListBox items={options} className={classNames(styles.list)}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={classNames(styles.option)}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
