import { BadgeCheck } from "lucide-react";
import type { Identity } from "../sync/MapSession.ts";
import styles from "./signin.module.css";

/** Who is signed in, and where the name comes from. */
export function SignedIn({ person: { name, organisation } }: { readonly person: Identity }) {
  return (
    <div className={styles.person}>
      <span className={styles.name}>{name}</span>
      {organisation !== "" && <span>{organisation}</span>}
      <span className={styles.source}>
        <BadgeCheck aria-hidden />
        {organisation === "" ? "From the directory" : `From ${organisation}’s directory`}
      </span>
    </div>
  );
}
