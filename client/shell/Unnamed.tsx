import { UserMinus } from "lucide-react";
import { useSession } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./People.module.css";
import type { ToRemove } from "./People.tsx";
import { fetchPeople } from "./share/peopleCalls.ts";
import { linkName } from "./share/roleWords.ts";
import { useFetched } from "./share/useFetched.ts";

/** Those who watch without having said who they are, by the link that they came by: for those who look after the map. */
export function Unnamed({ onRemove }: { readonly onRemove: (person: ToRemove) => void }) {
  const { id, doc } = useSession();
  const { value: people = [] } = useFetched(id, fetchPeople);
  const unnamed = people.filter(
    ({ name, clientId }) => name.trim() === "" && clientId !== undefined && clientId !== doc.clientID,
  );
  if (unnamed.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Without a name">
      {unnamed.map(({ clientId = 0, isOwnBrowser, label, role }) => {
        const name = `Somebody without a name, by ${linkName({ label, role })}`;
        return (
          <li key={clientId} className={styles.person}>
            <span className={styles.words}>
              <span className={styles.name}>Somebody without a name</span>
              <span className={styles.organisation}>
                {isOwnBrowser ? "Another tab of yours" : `By ${linkName({ label, role })}`}
              </span>
            </span>
            {!isOwnBrowser && (
              <IconButton
                label={`Remove ${name}`}
                size="small"
                className={styles.remove}
                onPress={() => onRemove({ clientId, name: "Somebody without a name" })}
              >
                <UserMinus aria-hidden />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
