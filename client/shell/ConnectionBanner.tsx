import { TriangleAlert } from "lucide-react";
import { SCHEMA_VERSION } from "../../shared/document/layout.ts";
import { useConnection, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "./ConnectionBanner.module.css";
import { changesWords } from "./connectionWords.ts";

/** Says what to do while something is not as usual; nothing otherwise. */
export function ConnectionBanner() {
  const state = useConnection();
  const { schemaVersion } = useSnapshot();
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
  if (state.kind !== "offline") return null;
  return (
    <div className={styles.banner}>
      <TriangleAlert aria-hidden />
      <span>
        No connection to the server. {changesWords(state.changes)} {state.changes === 1 ? "is" : "are"} in
        this tab only: keep it open, and {state.changes === 1 ? "it is" : "they are"} sent as soon as the
        server is back.
      </span>
    </div>
  );
}
