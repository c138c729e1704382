import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DemandField } from "./DemandField.tsx";
import { CODE_LIFETIMES, endOf, LINK_LIFETIMES, type Lifetime } from "./lifetimes.ts";
import type { LinkChange, MapLink } from "./links.ts";

const longestLabel = 80;
type Choice = "same" | Lifetime;

/** Gives a link another label or another end, or lets in other people by it. */
export function EditLinkForm({
  link,
  canDemand,
  onChange,
  onCancel,
}: {
  readonly link: MapLink;
  /** Whether a link can demand a sign-in on this server. */
  readonly canDemand: boolean;
  readonly onChange: (change: LinkChange) => void;
  readonly onCancel: () => void;
}) {
  const [label, setLabel] = useState(link.label);
  const [choice, setChoice] = useState<Choice>("same");
  const [signIn, setSignIn] = useState(link.signIn);
  const lifetimes: readonly { readonly value: Choice; readonly label: string }[] = [
    { value: "same", label: "As it is" },
    ...(link.isCode ? CODE_LIFETIMES : LINK_LIFETIMES),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({
      ...(label.trim() !== link.label && { label: label.trim() }),
      ...(choice !== "same" && { expiresAt: endOf(choice) ?? null }),
      ...(signIn !== link.signIn && { signIn }),
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
      {/* A link whose demand nobody can meet any more can be opened again. */}
      {(canDemand || link.signIn !== "none") && <DemandField demand={signIn} onChange={setSignIn} />}
      <Button type="submit" variant="primary">
        Save
      </Button>
      <Button onPress={onCancel}>Cancel</Button>
    </form>
  );
}
