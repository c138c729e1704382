import { useEffect } from "react";
import { askWhoIsSignedIn, useMe } from "../signin/meStore.ts";
import { SignedIn } from "../signin/SignedIn.tsx";
import { SignInLink } from "../signin/SignInLink.tsx";
import { SignInProblemNote } from "../signin/SignInProblemNote.tsx";
import { SignOutButton } from "../signin/SignOutButton.tsx";
import styles from "./StartPage.module.css";

/** On servers where people can sign in: the way to, or who is, and whose the maps are that they make. */
export function SignInPanel() {
  const { words, person } = useMe();
  useEffect(() => void askWhoIsSignedIn(), []);
  if (words === null) return null;
  return (
    <section className={`${styles.panel} ${styles.signIn}`} aria-labelledby="start-sign-in">
      <h2 id="start-sign-in" className={styles.heading}>
        {person === null ? "With your organisation" : "You are signed in"}
      </h2>
      <SignInProblemNote />
      {person === null ? (
        <>
          <SignInLink words={words} />
          <p className={styles.note}>
            You need not: every link opens its map without, unless its owner wants you to sign in. A map that
            you make while you are signed in belongs to your organisation.
          </p>
        </>
      ) : (
        <>
          <SignedIn person={person} />
          {person.organisation !== "" && (
            <p className={styles.note}>A map that you make now belongs to {person.organisation}.</p>
          )}
          <SignOutButton />
        </>
      )}
    </section>
  );
}
