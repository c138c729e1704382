import type { ReactNode, Ref } from "react";
import { Text } from "react-aria-components/Text";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  TextArea,
} from "react-aria-components/TextField";
import { classNames } from "./classNames.ts";
import styles from "./field.module.css";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "style" | "children"> {
  readonly label: string;
  readonly description?: ReactNode;
  /** What is wrong with the value and what to do; marks the field as invalid. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** More than 1 makes it a text area. Default 1. */
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string | undefined;
}

/** A text field with its label, and below it a description or what is wrong. */
export function TextField({
  label,
  description,
  error,
  placeholder,
  rows = 1,
  inputRef,
  className,
  ...props
}: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={classNames(styles.field, className)}>
      <Label className={classNames(styles.label)}>{label}</Label>
      {rows > 1 ? (
        <TextArea {...hint} rows={rows} className={classNames(styles.input)} />
      ) : (
        <Input
          {...hint}
          {...(inputRef !== undefined && { ref: inputRef })}
          className={classNames(styles.input)}
        />
      )}
      {description !== undefined && (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(styles.error)}>{error}</FieldError>
    </AriaTextField>
  );
}
