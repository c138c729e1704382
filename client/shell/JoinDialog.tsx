import { type FormEvent, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { includesRole } from "../../shared/protocol/roles.ts";
import { useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import styles from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import type { OwnIdentity } from "./useIdentity.ts";

/** Asks who somebody is, when they come and when they want to change it. */
export function JoinDialog({ identity }: { readonly identity: OwnIdentity }) {
  const { role } = useSession();
  const title = useOfSnapshot(({ map }) => map.title);
  const isFirstTime = identity.identity === undefined;
  const mayStayUnnamed = !includesRole(role, "editor");
  return (
    <Dialog
      title={isFirstTime ? `Join “${title.trim() === "" ? "map without a title" : title}”` : "Your name"}
      isOpen={identity.isAsking}
      onClose={!isFirstTime || mayStayUnnamed ? identity.stopAsking : undefined}
    >
      <JoinForm identity={identity} isFirstTime={isFirstTime} mayStayUnnamed={mayStayUnnamed} />
    </Dialog>
  );
}

function JoinForm({
  identity,
  isFirstTime,
  mayStayUnnamed,
}: {
  readonly identity: OwnIdentity;
  readonly isFirstTime: boolean;
  readonly mayStayUnnamed: boolean;
}) {
  const [name, setName] = useState(identity.identity?.name ?? "");
  const [organisation, setOrganisation] = useState(identity.identity?.organisation ?? "");
  const [isNameMissing, setIsNameMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") setIsNameMissing(true);
    else identity.introduce({ name: name.trim(), organisation: organisation.trim() });
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <p className={styles.soft}>
        Everybody in the map sees your name, your organisation and where you point. Both are remembered on
        this device only.
      </p>
      <TextField
        label="Your name"
        value={name}
        onChange={(value) => {
          setName(value);
          setIsNameMissing(false);
        }}
        error={isNameMissing ? "Give a name, so that the others know who is drawing." : undefined}
        maxLength={LIMITS.presenceNameCharacters}
        autoComplete="name"
        autoFocus
      />
      <TextField
        label="Organisation"
        description="If you like: “County Council”, “CPFT finance”"
        value={organisation}
        onChange={setOrganisation}
        maxLength={LIMITS.presenceNameCharacters}
        autoComplete="organization"
      />
      <div className={styles.actions}>
        {isFirstTime && mayStayUnnamed && <Button onPress={identity.stopAsking}>Just watch</Button>}
        <Button variant="primary" type="submit">
          {isFirstTime ? "Join" : "Save"}
        </Button>
      </div>
    </form>
  );
}
