import { Lock } from "lucide-react";
import { useSession } from "../../sync/sessionContext.tsx";
import styles from "./Inspector.module.css";

/** Says that an element is locked, and so only read here. A lock protects the card, not its lines. */
export function LockedLine() {
  const session = useSession();
  return (
    <p className={styles.locked}>
      <Lock aria-hidden />
      <span>
        Locked: its fields can be read, not changed. Its connections are not locked with it.{" "}
        {session.role === "owner" ? "Unlock it to edit it." : "A facilitator can unlock it."}
      </span>
    </p>
  );
}
