import { useSession } from "../../sync/sessionContext.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import styles from "./ShareDialog.module.css";
import { eventWords, fetchSecurityLog, type LoggedEvent } from "./securityLog.ts";
import { useFetched } from "./useFetched.ts";

/** What has happened with the links of the map. */
export function SecurityLogList() {
  const { id } = useSession();
  const { value: events, error } = useFetched(id, fetchSecurityLog);
  if (error !== undefined)
    return (
      <p role="alert" className={dialogStyles.error}>
        {error}
      </p>
    );
  if (events === undefined) return <p role="status">Loading …</p>;
  return (
    <div className={dialogStyles.stack}>
      <p className={dialogStyles.soft}>
        By which link, never by whom: names, tokens and what is on the map are not kept here. Pictures and
        files that a browser makes by itself are not seen by the server.
      </p>
      <EventList events={events} />
    </div>
  );
}

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Events in words, the newest first. */
export function EventList({ events }: { readonly events: readonly LoggedEvent[] }) {
  if (events.length === 0) return <p>Nothing has happened yet.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by its focus.
    <section className={styles.log} aria-label="Events" tabIndex={0}>
      <ol className={styles.events}>
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no id, and the list is never changed in place.
          <li key={index} className={styles.event}>
            <time className={styles.when} dateTime={event.at?.toISOString()}>
              {event.at === undefined ? "" : dayAndTime.format(event.at)}
            </time>
            <span>{eventWords(event)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
