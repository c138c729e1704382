import { type FormEvent, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { includesRole } from "../../shared/protocol/roles.ts";
import { useMe } from "../signin/meStore.ts";
import { SignedIn } from "../signin/SignedIn.tsx";
import { SignInLink } from "../signin/SignInLink.tsx";
import { SignInProblemNote } from "../signin/SignInProblemNote.tsx";
import { SignOutButton } from "../signin/SignOutButton.tsx";
import signInStyles from "../signin/signin.module.css";
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
      title={titleOf(identity, title)}
      isOpen={identity.isAsking}
      onClose={!isFirstTime || mayStayUnnamed ? identity.stopAsking : undefined}
    >
      {identity.isFromDirectory ? (
        <FromDirectory identity={identity} />
      ) : (
        <div className={styles.stack}>
          <SignInProblemNote />
          <SignInPart />
          <JoinForm identity={identity} isFirstTime={isFirstTime} mayStayUnnamed={mayStayUnnamed} />
        </div>
      )}
    </Dialog>
  );
}

function titleOf({ identity, isFromDirectory }: OwnIdentity, mapTitle: string): string {
  if (isFromDirectory) return "How you are signed in";
  if (identity !== undefined) return "Your name";
  return `Join “${mapTitle.trim() === "" ? "map without a title" : mapTitle}”`;
}

/** Where the server lets people sign in, that is one way to say who has come. */
function SignInPart() {
  const words = useMe((state) => state.words);
  if (words === null) return null;
  return (
    <>
      <SignInLink words={words} />
      <p className={signInStyles.or}>or say who you are</p>
    </>
  );
}

function FromDirectory({ identity: { identity, stopAsking } }: { readonly identity: OwnIdentity }) {
  return (
    <div className={styles.stack}>
      {identity !== undefined && <SignedIn person={identity} />}
      <p className={styles.soft}>
        You are signed in. Everybody in the map sees this name, this organisation and where you point; they
        are changed in the directory, not here.
      </p>
      <div className={styles.actions}>
        <SignOutButton />
        <Button variant="primary" autoFocus onPress={stopAsking}>
          Close
        </Button>
      </div>
    </div>
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
