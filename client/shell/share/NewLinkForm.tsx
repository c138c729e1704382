import { type FormEvent, useState } from "react";
import type { Role } from "../../../shared/protocol/roles.ts";
import type { SignInDemand } from "../../../shared/protocol/signIn.ts";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DemandField } from "./DemandField.tsx";
import { endOf, LINK_LIFETIMES, type Lifetime } from "./lifetimes.ts";
import type { NewLink } from "./links.ts";
import { ROLE_WORDS } from "./roleWords.ts";

const roles: readonly Role[] = ["editor", "viewer", "owner"];
const longestLabel = 80;

/** Asks what a new link is for. */
export function NewLinkForm({
  isBusy,
  canDemand,
  onMake,
}: {
  readonly isBusy: boolean;
  /** Whether a link can demand a sign-in on this server. */
  readonly canDemand: boolean;
  readonly onMake: (wanted: NewLink) => void;
}) {
  const [role, setRole] = useState<Role>("editor");
  const [label, setLabel] = useState("");
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [signIn, setSignIn] = useState<SignInDemand>("none");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake({ role, label: label.trim(), expiresAt: endOf(lifetime), signIn });
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
        options={LINK_LIFETIMES}
        value={lifetime}
        onChange={setLifetime}
        className={dialogStyles.grow}
      />
      {canDemand && <DemandField demand={signIn} onChange={setSignIn} />}
      <Button type="submit" isDisabled={isBusy}>
        Make link
      </Button>
    </form>
  );
}
