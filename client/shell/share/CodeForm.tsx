import { type FormEvent, useState } from "react";
import type { Role } from "../../../shared/protocol/roles.ts";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { Select } from "../../ui/Select.tsx";
import { CODE_LIFETIMES, endOf } from "./lifetimes.ts";
import { ROLE_WORDS } from "./roleWords.ts";

const roles: readonly Role[] = ["editor", "commenter", "viewer"];
type CodeLifetime = (typeof CODE_LIFETIMES)[number]["value"];

/** Asks whom a short code is for, and for how long. */
export function CodeForm({
  isBusy,
  onMake,
}: {
  readonly isBusy: boolean;
  readonly onMake: (role: Role, expiresAt: Date) => void;
}) {
  const [role, setRole] = useState<Role>("editor");
  const [lifetime, setLifetime] = useState<CodeLifetime>("two-hours");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake(role, endOf(lifetime) ?? new Date());
  };
  return (
    <form className={dialogStyles.row} onSubmit={submit}>
      <Select
        label="People join as"
        options={roles.map((value) => ({ value, label: ROLE_WORDS[value] }))}
        value={role}
        onChange={setRole}
        className={dialogStyles.grow}
      />
      <Select
        label="Valid"
        options={CODE_LIFETIMES}
        value={lifetime}
        onChange={setLifetime}
        className={dialogStyles.grow}
      />
      <Button type="submit" isDisabled={isBusy}>
        Show code and QR
      </Button>
    </form>
  );
}
