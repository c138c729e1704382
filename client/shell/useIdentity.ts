import { useCallback, useEffect, useMemo, useState } from "react";
import { rememberedIdentity, rememberIdentity } from "../sync/identity.ts";
import type { Identity } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";

export interface OwnIdentity {
  /** Undefined as long as this person has not said who they are. */
  readonly identity: Identity | undefined;
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
  const [identity, setIdentity] = useState(rememberedIdentity);
  const [isAsking, setIsAsking] = useState(identity === undefined);
  useEffect(() => {
    if (identity !== undefined) presence.setIdentity(identity);
  }, [presence, identity]);
  const introduce = useCallback((given: Identity) => {
    rememberIdentity(given);
    setIdentity(given);
    setIsAsking(false);
  }, []);
  return useMemo(
    () => ({
      identity,
      isAsking,
      introduce,
      ask: () => setIsAsking(true),
      stopAsking: () => setIsAsking(false),
    }),
    [identity, isAsking, introduce],
  );
}
