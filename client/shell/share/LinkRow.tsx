import { useState } from "react";
import { rememberedLink } from "../../sync/enterMap.ts";
import { organisationOf } from "../../sync/mapOrganisation.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { demandWords } from "./demands.ts";
import { EditLinkForm } from "./EditLinkForm.tsx";
import type { LinkChange, MapLink } from "./links.ts";
import { madeCode } from "./madeCodes.ts";
import type { Projected } from "./Projector.tsx";
import { linkName, ROLE_WORDS } from "./roleWords.ts";
import styles from "./ShareDialog.module.css";

const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** One link in the list, and below it what is asked before it is changed or taken back. */
export function LinkRow({
  link,
  canDemand,
  onChange,
  onRevoke,
  onShow,
}: {
  readonly link: MapLink;
  readonly canDemand: boolean;
  readonly onChange: (change: LinkChange) => void;
  readonly onRevoke: () => void;
  readonly onShow: (shown: Projected) => void;
}) {
  const { id } = useSession();
  const isOwn = link.id === rememberedLink(id);
  const demand = demandWords(link.signIn, organisationOf(id));
  const [asked, setAsked] = useState<"change" | "revoke">();
  /** What was asked last: its button takes the focus back. */
  const [before, setBefore] = useState<typeof asked>();
  const close = () => {
    setBefore(asked);
    setAsked(undefined);
  };
  const name = linkName(link);
  const code = madeCode(link.id);
  return (
    <>
      <tr>
        <th scope="row">{ROLE_WORDS[link.role]}</th>
        <td className={styles.label}>
          {link.label === "" ? "–" : link.label}
          {isOwn && <span className={styles.own}> (yours)</span>}
          {demand !== undefined && <span className={styles.demanded}>{demand}</span>}
        </td>
        <td>{expiryWords(link.expiresAt)}</td>
        <td>{useWords(link)}</td>
        <td className={styles.act}>
          {asked === undefined && (
            <>
              {code !== undefined && (
                <Button
                  size="small"
                  aria-label={`Show: ${name}`}
                  onPress={() => onShow({ ...code, expiresAt: link.expiresAt })}
                >
                  Show
                </Button>
              )}
              <Button
                size="small"
                autoFocus={before === "change"}
                aria-label={`Change: ${name}`}
                onPress={() => setAsked("change")}
              >
                Change
              </Button>
              <Button
                size="small"
                autoFocus={before === "revoke"}
                aria-label={`Revoke: ${name}`}
                onPress={() => setAsked("revoke")}
              >
                Revoke
              </Button>
            </>
          )}
        </td>
      </tr>
      {asked !== undefined && (
        <tr>
          <td colSpan={5}>
            {asked === "change" ? (
              <EditLinkForm
                link={link}
                canDemand={canDemand}
                onChange={(change) => {
                  close();
                  onChange(change);
                }}
                onCancel={close}
              />
            ) : (
              <div className={styles.ask}>
                <span>
                  {isOwn
                    ? "This is the link that you came by: you lose the map in this tab at once. Revoke it?"
                    : "Everybody who came by this link loses the map at once. Revoke it?"}
                </span>
                <Button size="small" variant="danger" autoFocus onPress={onRevoke}>
                  Revoke
                </Button>
                <Button size="small" onPress={close}>
                  Keep
                </Button>
              </div>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function expiryWords(expiresAt: Date | undefined): string {
  if (expiresAt === undefined) return "Never";
  const moment = dayAndTime.format(expiresAt);
  return expiresAt.getTime() <= Date.now() ? `Expired ${moment}` : moment;
}

function useWords({ people, lastUsedAt }: MapLink): string {
  if (people > 0) return people === 1 ? "Now, by one person" : `Now, by ${people} people`;
  return lastUsedAt === undefined ? "Not yet" : dayAndTime.format(lastUsedAt);
}
