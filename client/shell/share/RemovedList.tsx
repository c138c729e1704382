import { useState } from "react";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { fetchRemoved, letBackIn } from "./peopleCalls.ts";
import styles from "./ShareDialog.module.css";
import { useFetched } from "./useFetched.ts";
import { wordsFor } from "./useLinks.ts";

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Those who were removed from the map, each of whom can be let back in. */
export function RemovedList() {
  const { id } = useSession();
  const { value: removed, error, reload } = useFetched(id, fetchRemoved);
  const [problem, setProblem] = useState<string>();
  const said = problem ?? error;
  if (removed === undefined && said === undefined) return <p role="status">Loading …</p>;
  return (
    <div className={dialogStyles.stack}>
      {said !== undefined && (
        <p role="alert" className={dialogStyles.error}>
          {said}
        </p>
      )}
      {removed?.length === 0 && (
        <p>
          Nobody has been removed from this map. To remove somebody, open the list of people in the bar at the
          top.
        </p>
      )}
      <ul className={styles.removed}>
        {removed?.map((person) => (
          <li key={person.id} className={styles.removedPerson}>
            <span className={styles.label}>
              <strong>{person.name.trim() === "" ? "Somebody without a name" : person.name}</strong>
              {person.removedAt !== undefined && (
                <span className={styles.own}>, removed on {dayAndTime.format(person.removedAt)}</span>
              )}
            </span>
            <Button
              size="small"
              aria-label={`Let back in: ${person.name}`}
              onPress={() => {
                letBackIn(id, person.id).then(
                  () => {
                    setProblem(undefined);
                    reload();
                  },
                  (failure: unknown) => setProblem(wordsFor(failure)),
                );
              }}
            >
              Let back in
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
