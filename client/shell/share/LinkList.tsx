import { useState } from "react";
import { rememberedLink } from "../../sync/enterMap.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import spoken from "../../ui/spoken.module.css";
import type { MapLink } from "./links.ts";
import { ROLE_WORDS } from "./roleWords.ts";
import styles from "./ShareDialog.module.css";
import type { Links } from "./useLinks.ts";

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The valid links of a map, each of which can be taken back. */
export function LinkList({ list }: { readonly list: Links }) {
  if (list.error !== undefined)
    return (
      <div className={styles.problem} role="alert">
        <span>{list.error}</span>
        <Button size="small" onPress={list.reload}>
          Try again
        </Button>
      </div>
    );
  if (list.links === undefined) return <p role="status">Loading …</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Label</th>
            <th scope="col">Expires</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span className={spoken.only}>Take back</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.links.map((link) => (
            <LinkRow key={link.id} link={link} onRevoke={() => list.revoke(link.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LinkRow({ link, onRevoke }: { readonly link: MapLink; readonly onRevoke: () => void }) {
  const isOwn = link.id === rememberedLink(useSession().id);
  const [isAsking, setIsAsking] = useState(false);
  const name = link.label === "" ? `${ROLE_WORDS[link.role]} link` : link.label;
  return (
    <>
      <tr>
        <th scope="row">{ROLE_WORDS[link.role]}</th>
        <td className={styles.label}>
          {link.label === "" ? "–" : link.label}
          {isOwn && <span className={styles.own}> (yours)</span>}
        </td>
        <td>{link.expiresAt === undefined ? "Never" : dayAndTime.format(link.expiresAt)}</td>
        <td>{link.lastUsedAt === undefined ? "Not yet" : dayAndTime.format(link.lastUsedAt)}</td>
        <td className={styles.act}>
          {!isAsking && (
            <Button size="small" aria-label={`Revoke: ${name}`} onPress={() => setIsAsking(true)}>
              Revoke
            </Button>
          )}
        </td>
      </tr>
      {isAsking && (
        <tr>
          <td colSpan={5}>
            <div className={styles.ask}>
              <span>
                {isOwn
                  ? "This is the link that you came by: you lose the map in this tab at once. Revoke it?"
                  : "Everybody who came by this link loses the map at once. Revoke it?"}
              </span>
              <Button size="small" variant="danger" autoFocus onPress={onRevoke}>
                Revoke
              </Button>
              <Button size="small" onPress={() => setIsAsking(false)}>
                Keep
              </Button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
