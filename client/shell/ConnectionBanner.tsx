import { TriangleAlert } from "lucide-react";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { includesRole } from "../../shared/protocol/roles.ts";
import { useConnection, useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "./ConnectionBanner.module.css";
import { bannerWords } from "./connectionWords.ts";

/** Says what to do while something is not as usual; nothing otherwise. */
export function ConnectionBanner() {
  const { role } = useSession();
  const words = bannerWords(useConnection(), includesRole(role, "editor"));
  const schemaVersion = useOfSnapshot((snapshot) => snapshot.schemaVersion);
  if (schemaVersion > SCHEMA_VERSION)
    return (
      <div className={styles.banner}>
        <TriangleAlert aria-hidden />
        <span>Plumbline has been updated since this page was loaded. Reload to continue.</span>
        <Button size="small" onPress={() => location.reload()}>
          Reload
        </Button>
      </div>
    );
  if (words === undefined) return null;
  return (
    <div className={styles.banner}>
      <TriangleAlert aria-hidden />
      <span>{words}</span>
    </div>
  );
}
