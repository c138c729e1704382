import { useCallback, useEffect, useMemo, useState } from "react";
import { firstScreenDrawn } from "../map/firstScreen.ts";
import { askWhoIsSignedIn, useMe } from "../signin/meStore.ts";
import { toldProblem } from "../signin/toldProblem.ts";
import { rememberedIdentity, rememberIdentity } from "../sync/identity.ts";
import type { Identity } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { showToast } from "../ui/toasts.ts";

export interface OwnIdentity {
  /** Undefined as long as this person has not said who they are. */
  readonly identity: Identity | undefined;
  /** Whether the directory says so, of somebody who is signed in: it is not for them to change. */
  readonly isFromDirectory: boolean;
  /** Whether the dialog that asks is open. */
  readonly isAsking: boolean;
  /** Tells the others, and keeps it on this device. */
  introduce(identity: Identity): void;
  /** Opens the dialog again. */
  ask(): void;
  /** Closes the dialog without an answer; the others do not see this person then. */
  stopAsking(): void;
}

/** Who this tab's person is to the others. */
export function useIdentity(): OwnIdentity {
  const { presence } = useSession();
  const { isKnown, person } = useMe();
  const [given, setGiven] = useState(rememberedIdentity);
  const [isWanted, setIsWanted] = useState<boolean>();
  const identity = person ?? given;
  const isFromDirectory = person !== null;
  // Who is signed in is not asked: that is heard before.
  const isAsking = isWanted ?? (isKnown && identity === undefined);
  useEffect(() => void firstScreenDrawn.then(askWhoIsSignedIn), []);
  useEffect(sayProblem, []);
  useEffect(() => {
    if (identity !== undefined) presence.setIdentity(identity);
  }, [presence, identity]);
  const introduce = useCallback((said: Identity) => {
    rememberIdentity(said);
    setGiven(said);
    setIsWanted(false);
  }, []);
  return useMemo(
    () => ({
      identity,
      isFromDirectory,
      isAsking,
      introduce,
      ask: () => setIsWanted(true),
      stopAsking: () => setIsWanted(false),
    }),
    [identity, isFromDirectory, isAsking, introduce],
  );
}

/** Who is not asked who they are is not in the dialog that would tell it. */
function sayProblem(): void {
  if (toldProblem() === undefined || rememberedIdentity() === undefined) return;
  void import("../signin/signInProblem.ts").then(({ signInProblem }) => {
    const problem = signInProblem();
    if (problem !== undefined) showToast(problem, "failure");
  });
}
