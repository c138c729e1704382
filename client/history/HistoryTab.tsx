import { type ComponentType, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import styles from "./HistoryPanel.module.css";

/** The history, which is loaded when it is first opened, with all that it takes to look at another moment. */
export function HistoryTab() {
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType } | "failed">();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what loads again.
  useEffect(() => {
    let isGone = false;
    Promise.all([import("./HistoryPanel.tsx"), import("./LookBanner.tsx")]).then(
      ([{ HistoryPanel }]) => {
        if (!isGone) setLoaded({ Panel: HistoryPanel });
      },
      () => {
        if (!isGone) setLoaded("failed");
      },
    );
    return () => {
      isGone = true;
    };
  }, [attempt]);
  if (loaded === undefined)
    return (
      <p role="status" className={styles.note}>
        Loading the history …
      </p>
    );
  if (loaded !== "failed") return <loaded.Panel />;
  return (
    <div role="alert" className={styles.problem}>
      <p>
        This part of Plumbline could not be loaded. Try again in a moment; if the connection is fine, reload
        the page.
      </p>
      <Button
        size="small"
        onPress={() => {
          setLoaded(undefined);
          setAttempt(attempt + 1);
        }}
      >
        Try again
      </Button>
    </div>
  );
}
