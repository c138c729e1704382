import { Button } from "../ui/Button.tsx";
import spoken from "../ui/spoken.module.css";
import styles from "./AdminPage.module.css";
import type { ListedMap } from "./adminCalls.ts";
import { titleOf } from "./titleOf.ts";

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Maps in a table, with what can be done about each. */
export function MapRows({
  maps,
  onDelete,
  onOwnerLink,
}: {
  readonly maps: readonly ListedMap[];
  readonly onDelete: (map: ListedMap) => void;
  readonly onOwnerLink: (map: ListedMap) => void;
}) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Map</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col" className={styles.number}>
              Links
            </th>
            <th scope="col" className={styles.number}>
              People now
            </th>
            <th scope="col" className={styles.number}>
              Size
            </th>
            <th scope="col">
              <span className={spoken.only}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {maps.map((map) => (
            <tr key={map.id}>
              <th scope="row">
                <span className={styles.mapTitle} dir="auto">
                  {titleOf(map)}
                </span>
                <span className={styles.mapId}>{map.id}</span>
              </th>
              <td className={styles.when}>{words(map.createdAt)}</td>
              <td className={styles.when}>{words(map.lastUsedAt)}</td>
              <td className={styles.number}>{map.links}</td>
              <td className={styles.number}>{map.people}</td>
              <td className={styles.number}>{kilobytes(map.bytes)}</td>
              <td className={styles.actions}>
                <Button
                  size="small"
                  aria-label={`New owner link: ${titleOf(map)}`}
                  onPress={() => onOwnerLink(map)}
                >
                  New owner link
                </Button>
                <Button
                  size="small"
                  variant="danger"
                  aria-label={`Delete: ${titleOf(map)}`}
                  onPress={() => onDelete(map)}
                >
                  Delete
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function words(moment: Date | undefined): string {
  return moment === undefined ? "–" : dayAndTime.format(moment);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString("en-GB")} kB`;
}
