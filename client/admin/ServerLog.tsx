import { useCallback } from "react";
import { eventWords } from "../shell/share/securityLog.ts";
import { useFetched } from "../shell/share/useFetched.ts";
import dialogStyles from "../ui/dialogParts.module.css";
import styles from "./AdminPage.module.css";
import { fetchServerLog } from "./adminCalls.ts";

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** What has happened on the server: who opened, shared, removed, exported and deleted, by link and never by name. */
export function ServerLog({ adminKey }: { readonly adminKey: string }) {
  const fetchIt = useCallback((key: string, signal: AbortSignal) => fetchServerLog(key, signal), []);
  const { value: events, error } = useFetched(adminKey, fetchIt);
  if (error !== undefined)
    return (
      <p role="alert" className={dialogStyles.error}>
        {error}
      </p>
    );
  if (events === undefined) return <p role="status">Loading …</p>;
  if (events.length === 0) return <p>Nothing has happened yet.</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Map</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events have no id, and the list is never changed in place.
            <tr key={index}>
              <td className={styles.when}>{event.at === undefined ? "–" : dayAndTime.format(event.at)}</td>
              <td>{eventWords(event)}</td>
              <td className={styles.mapId}>{event.map ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
