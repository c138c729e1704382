import { useEffect, useState } from "react";
import type { SignInEnd } from "../sync/ConnectionState.ts";
import { callApi } from "../sync/callApi.ts";
import { mapPath } from "../sync/enterMap.ts";
import buttonStyles from "../ui/Button.module.css";
import { classNames } from "../ui/classNames.ts";
import { askWhoIsSignedIn, useMe } from "./meStore.ts";
import { SignInLink } from "./SignInLink.tsx";
import { SignOutButton } from "./SignOutButton.tsx";
import styles from "./signin.module.css";

/** What somebody can do whose sign-in is missing: sign in, out to be somebody else, or go on by name where the link allows it. */
export function SignInActions({
  reason,
  mapId,
}: {
  readonly reason: SignInEnd;
  /** The map that was open; left out where its link has just let nobody in. */
  readonly mapId?: string | undefined;
}) {
  const { words, person } = useMe();
  useEffect(() => void askWhoIsSignedIn(), []);
  if (reason === "other-organisation") return person === null ? null : <SignOutButton />;
  return (
    <>
      {reason === "signed-out" && mapId !== undefined && <GoOnButton mapId={mapId} />}
      {words !== null && <SignInLink words={words} isFirst />}
    </>
  );
}

/** Stands where the link lets in people who are not signed in. */
function GoOnButton({ mapId }: { readonly mapId: string }) {
  const [isLetIn, setIsLetIn] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    callApi(mapPath(mapId, "/session"), { signal: abort.signal }).then(
      () => setIsLetIn(true),
      () => undefined,
    );
    return () => abort.abort();
  }, [mapId]);
  if (!isLetIn) return null;
  return (
    <button
      type="button"
      className={classNames(buttonStyles.button, styles.link)}
      onClick={() => location.reload()}
    >
      Go on without signing in
    </button>
  );
}
