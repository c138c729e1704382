import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { CODE_LIFETIMES, endOf, LINK_LIFETIMES, type Lifetime } from "./lifetimes.ts";
import type { LinkChange, MapLink } from "./links.ts";

const longestLabel = 80;
type Choice = "same" | Lifetime;

/** Gives a link another label or another end. */
export function EditLinkForm({
  link,
  onChange,
  onCancel,
}: {
  readonly link: MapLink;
  readonly onChange: (change: LinkChange) => void;
  readonly onCancel: () => void;
}) {
  const [label, setLabel] = useState(link.label);
  const [choice, setChoice] = useState<Choice>("same");
  const lifetimes: readonly { readonly value: Choice; readonly label: string }[] = [
    { value: "same", label: "As it is" },
    ...(link.isCode ? CODE_LIFETIMES : LINK_LIFETIMES),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({
      ...(label.trim() !== link.label && { label: label.trim() }),
      ...(choice !== "same" && { expiresAt: endOf(choice) ?? null }),
    });
  };
  return (
    <form className={dialogStyles.row} onSubmit={submit}>
      <TextField
        label="New label"
        value={label}
        onChange={setLabel}
        maxLength={longestLabel}
        autoFocus
        className={dialogStyles.grow}
      />
      <Select
        label={link.isCode ? "Valid" : "Expires"}
        options={lifetimes}
        value={choice}
        onChange={setChoice}
        className={dialogStyles.grow}
      />
      <Button type="submit" variant="primary">
        Save
      </Button>
      <Button onPress={onCancel}>Cancel</Button>
    </form>
  );
}
