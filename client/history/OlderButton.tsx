import { useEffect, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import styles from "./HistoryPanel.module.css";
import type { TimelineStore } from "./TimelineStore.ts";

/** Loads what is older, and says where the history begins. */
export function OlderButton({
  hasMore,
  isLoading,
  store,
}: {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly store: TimelineStore;
}) {
  const place = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    // The button is gone after the last page: whoever pressed it by keyboard would be thrown back to the top of the page.
    if (!hasMore && hadFocus.current) end.current?.focus();
  }, [hasMore]);
  return (
    <div ref={place} className={styles.older}>
      {hasMore ? (
        <Button
          size="small"
          onPress={() => {
            hadFocus.current = place.current?.contains(document.activeElement) === true;
            void store.loadOlder();
          }}
        >
          {isLoading ? "Loading …" : "Load older changes"}
        </Button>
      ) : (
        <p ref={end} tabIndex={-1} className={styles.end}>
          The history begins here.
        </p>
      )}
    </div>
  );
}
