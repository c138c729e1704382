import { create } from "zustand";
import { rememberedIdentity } from "../sync/identity.ts";
import type { Identity } from "../sync/MapSession.ts";
import { fetchMe, type Me } from "./me.ts";

export interface MeState extends Me {
  /** Whether the server has been asked: it has answered, or cannot be reached. */
  readonly isKnown: boolean;
}

/** Who is signed in in this browser, once it has been asked. */
export const useMe = create<MeState>()(() => ({ isKnown: false, words: null, person: null }));

let asking: Promise<void> | undefined;

/** Asks the server who is signed in, once for the page; where it cannot be reached, again when the network is back. */
export function askWhoIsSignedIn(): Promise<void> {
  asking ??= ask();
  return asking;
}

async function ask(): Promise<void> {
  try {
    useMe.setState({ ...(await fetchMe()), isKnown: true });
  } catch {
    // Without the server people say who they are, as they do where nobody signs in.
    useMe.setState({ isKnown: true });
    window.addEventListener("online", askAgain, { once: true });
  }
}

function askAgain(): void {
  asking = ask();
}

/** Who this browser's person is: as the directory names them, else as they have said on this device. */
export function ownIdentity(): Identity | undefined {
  return useMe.getState().person ?? rememberedIdentity();
}
