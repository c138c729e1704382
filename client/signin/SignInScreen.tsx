import type { SignInEnd } from "../sync/ConnectionState.ts";
import { MessageScreen } from "../ui/MessageScreen.tsx";
import { useMe } from "./meStore.ts";
import { SignedIn } from "./SignedIn.tsx";
import { SignInActions } from "./SignInActions.tsx";
import { SignInProblemNote } from "./SignInProblemNote.tsx";
import { keptWords, signInWords } from "./signInWords.ts";
import styles from "./signin.module.css";

/** For a map that opens only with a sign-in that is missing: what has happened, and the way to sign in. */
export function SignInScreen({
  reason,
  message,
  unsent,
  mapId,
}: {
  readonly reason: SignInEnd;
  /** What the server says. */
  readonly message?: string;
  /** Changes on this device that the server has not taken. */
  readonly unsent: number;
  /** Left out where the link has just let nobody in. */
  readonly mapId?: string;
}) {
  const { isKnown, words, person } = useMe();
  const { title, advice } = signInWords(reason);
  const isOther = reason === "other-organisation";
  return (
    <MessageScreen
      title={title}
      actions={
        <>
          <SignInActions reason={reason} mapId={mapId} />
          <a href="/">Go to the start page</a>
        </>
      }
    >
      <SignInProblemNote />
      {message !== undefined && <p>{message}</p>}
      {isOther && person !== null && (
        <div className={styles.asNow}>
          <span>You are signed in as</span>
          <SignedIn person={person} />
        </div>
      )}
      <p>{advice}</p>
      {unsent > 0 && <p>{keptWords(unsent, "device")}</p>}
      {isKnown && words === null && (
        <p>On this server nobody can sign in now: ask the owner of the map to open the link to everybody.</p>
      )}
    </MessageScreen>
  );
}
