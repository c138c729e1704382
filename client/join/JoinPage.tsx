import { type FormEvent, useEffect, useRef, useState } from "react";
import { askWhoIsSignedIn, useMe } from "../signin/meStore.ts";
import { SignInLink } from "../signin/SignInLink.tsx";
import { SignInProblemNote } from "../signin/SignInProblemNote.tsx";
import { signInProblem } from "../signin/signInProblem.ts";
import { PageFrame } from "../start/PageFrame.tsx";
import { rememberLink } from "../sync/enterMap.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./JoinPage.module.css";
import { joinWithCode, joinWords, keepCodeForReturn, needsSignIn, takeKeptCode } from "./joinWithCode.ts";

/** Where people go who have a short code from the screen in front of them. An address with a code in it, as in a QR code, joins at once. */
export function JoinPage() {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const [isSignInMissing, setIsSignInMissing] = useState(false);
  const words = useMe((state) => state.words);
  const input = useRef<HTMLInputElement>(null);

  const join = async (typed: string) => {
    setIsBusy(true);
    setProblem(undefined);
    setIsSignInMissing(false);
    try {
      const { id, link } = await joinWithCode(typed);
      rememberLink(id, link);
      // Going back shall not join once more.
      location.replace(`/m/${encodeURIComponent(id)}`);
    } catch (error) {
      setProblem(joinWords(error));
      if (needsSignIn(error)) {
        keepCodeForReturn(typed);
        setIsSignInMissing(true);
        void askWhoIsSignedIn();
      }
      setIsBusy(false);
      input.current?.focus();
      input.current?.select();
    }
  };
  const joinAtOnce = useRef(join);
  useEffect(() => {
    document.title = "Join with a code – Plumbline";
    const joinByAddress = () => {
      const scanned = codeInAddress();
      if (scanned === "") return;
      setCode(scanned);
      window.history.replaceState(null, "", location.pathname);
      void joinAtOnce.current(scanned);
    };
    joinByAddress();
    const kept = takeKeptCode();
    if (kept !== undefined) {
      setCode(kept);
      if (signInProblem() === undefined) void joinAtOnce.current(kept);
    }
    // Pasted over the address of this page, another code changes only the fragment, and the browser loads nothing.
    window.addEventListener("hashchange", joinByAddress);
    return () => window.removeEventListener("hashchange", joinByAddress);
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === "") setProblem("Type the code that is on the screen, such as KTM4-7QXP.");
    else void join(code);
  };
  return (
    <PageFrame current="/join">
      <main className={styles.main}>
        <form className={styles.card} onSubmit={submit} noValidate>
          <h1 className={styles.title}>Join with a code</h1>
          <p className={styles.lead}>
            The facilitator shows it: eight letters and numbers. Capitals, spaces and hyphens do not matter.
          </p>
          <SignInProblemNote />
          <TextField
            label="Code"
            value={code}
            onChange={(value) => {
              setCode(value);
              setProblem(undefined);
            }}
            error={problem}
            placeholder="KTM4-7QXP"
            autoComplete="off"
            autoCorrect="off"
            spellCheck="false"
            maxLength={40}
            inputRef={input}
            autoFocus
            className={styles.code}
          />
          <Button type="submit" variant="primary" isDisabled={isBusy} className={styles.join}>
            {isBusy ? "Opening the map …" : "Join"}
          </Button>
          {isSignInMissing && words !== null && <SignInLink words={words} />}
          <p className={styles.soft}>
            Have you been sent a link instead? Open the link itself: it needs no code.
          </p>
        </form>
      </main>
    </PageFrame>
  );
}

function codeInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
