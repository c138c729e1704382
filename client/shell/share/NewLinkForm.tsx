import { type FormEvent, useState } from "react";
import type { Role } from "../../../shared/protocol/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import dialogStyles from "../dialogs.module.css";
import type { NewLink } from "./links.ts";
import { ROLE_WORDS } from "./roleWords.ts";

const roles: readonly Role[] = ["editor", "viewer", "owner"];
const lifetimes = [
  { value: "never", label: "Never", days: undefined },
  { value: "day", label: "In a day", days: 1 },
  { value: "week", label: "In a week", days: 7 },
  { value: "month", label: "In 30 days", days: 30 },
] as const;
type Lifetime = (typeof lifetimes)[number]["value"];

const dayMs = 24 * 60 * 60 * 1_000;
const longestLabel = 80;

/** Asks what a new link is for. */
export function NewLinkForm({
  isBusy,
  onMake,
}: {
  readonly isBusy: boolean;
  readonly onMake: (wanted: NewLink) => void;
}) {
  const [role, setRole] = useState<Role>("editor");
  const [label, setLabel] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = lifetimes.find(({ value }) => value === lifetime)?.days;
    const expiresAt = days === undefined ? undefined : new Date(Date.now() + days * dayMs);
    onMake({ role, label: label.trim(), expiresAt });
    setLabel("");
  };
  return (
    <form className={dialogStyles.row} onSubmit={submit}>
      <Select
        label="Role"
        options={roles.map((value) => ({ value, label: ROLE_WORDS[value] }))}
        value={role}
        onChange={setRole}
        className={dialogStyles.grow}
      />
      <TextField
        label="Label"
        placeholder="Finance team"
        value={label}
        onChange={setLabel}
        maxLength={longestLabel}
        className={dialogStyles.grow}
      />
      <Select
        label="Expires"
        options={lifetimes}
        value={lifetime}
        onChange={setLifetime}
        className={dialogStyles.grow}
      />
      <Button type="submit" isDisabled={isBusy}>
        Make link
      </Button>
    </form>
  );
}
