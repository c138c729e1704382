import { useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import buttonStyles from "../ui/Button.module.css";
import { classNames } from "../ui/classNames.ts";
import { endSignIn } from "./me.ts";
import styles from "./signin.module.css";

/** Ends the sign-in here and, where it can be told, with the directory. */
export function SignOutButton() {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const signOut = async () => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      const goOn = await endSignIn();
      if (goOn === null) location.reload();
      else location.assign(goOn);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : "Nobody was signed out. Reload the page.");
      setIsBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        {...(isBusy && { "aria-disabled": true })}
        className={classNames(buttonStyles.button, styles.link)}
        onClick={() => void signOut()}
      >
        {isBusy ? "Signing out …" : "Sign out"}
      </button>
      {problem !== undefined && <span role="alert">{problem}</span>}
    </>
  );
}
