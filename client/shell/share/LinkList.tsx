import { Button } from "../../ui/Button.tsx";
import spoken from "../../ui/spoken.module.css";
import { LinkRow } from "./LinkRow.tsx";
import type { Projected } from "./Projector.tsx";
import styles from "./ShareDialog.module.css";
import type { Links } from "./useLinks.ts";

/** The valid links of a map, each of which can be changed and taken back. */
export function LinkList({
  list,
  canDemand,
  onShow,
}: {
  readonly list: Links;
  /** Whether a link can demand a sign-in on this server. */
  readonly canDemand: boolean;
  /** Shows a short code to the room again. */
  readonly onShow: (shown: Projected) => void;
}) {
  if (list.links === undefined)
    return list.error === undefined ? <p role="status">Loading …</p> : <Problem list={list} />;
  return (
    <>
      {list.error !== undefined && <Problem list={list} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Label</th>
              <th scope="col">Expires</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span className={spoken.only}>Change or take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                canDemand={canDemand}
                onChange={(change) => list.change(link.id, change)}
                onRevoke={() => list.revoke(link.id)}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Problem({ list }: { readonly list: Links }) {
  return (
    <div className={styles.problem} role="alert">
      <span>{list.error}</span>
      <Button size="small" onPress={list.reload}>
        Try again
      </Button>
    </div>
  );
}
