import { TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import styles from "./CreationProblem.module.css";
import { SignupKeyForm } from "./SignupKeyForm.tsx";
import type { MapCreation } from "./useMapCreation.ts";

/** Why a map was not made, or the key that the server asks for first; brought into view, since the press may have been far below. */
export function CreationProblem({ creation }: { readonly creation: MapCreation }) {
  const { error, keyWanted, busyWith } = creation;
  const place = useRef<HTMLDivElement>(null);
  const isThere = error !== undefined || keyWanted !== undefined;
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  return (
    <div ref={place} className={styles.place}>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          <TriangleAlert aria-hidden />
          <span>{error}</span>
        </p>
      )}
      {keyWanted !== undefined && (
        <SignupKeyForm reason={keyWanted} isBusy={busyWith !== undefined} onKey={creation.giveKey} />
      )}
    </div>
  );
}
