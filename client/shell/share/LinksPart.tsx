import { useEffect, useState } from "react";
import type { Role } from "../../../shared/protocol/roles.ts";
import { askWhoIsSignedIn, useMe } from "../../signin/meStore.ts";
import { createdLinks } from "../../sync/createdLinks.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { CodeForm } from "./CodeForm.tsx";
import { copyText } from "./copyText.ts";
import { LinkList } from "./LinkList.tsx";
import { makeCode, makeLink, type NewLink } from "./links.ts";
import { keepCode } from "./madeCodes.ts";
import { NewLinkForm } from "./NewLinkForm.tsx";
import type { Projected } from "./Projector.tsx";
import { ProjectorLater } from "./ProjectorLater.tsx";
import { ROLE_MEANINGS } from "./roleWords.ts";
import styles from "./ShareDialog.module.css";
import { type ShownLink, ShownLinkBox } from "./ShownLinkBox.tsx";
import { useLinks, wordsFor } from "./useLinks.ts";

const offered: readonly Role[] = ["editor", "viewer"];

/** Makes links and short codes, and lists those that there are. */
export function LinksPart() {
  const { id } = useSession();
  const list = useLinks(id);
  const { reload } = list;
  const canDemand = useMe(({ words }) => words !== null);
  useEffect(() => void askWhoIsSignedIn(), []);
  const [shown, setShown] = useState<ShownLink>();
  const [projected, setProjected] = useState<Projected>();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const show = async (role: Role, address: string) =>
    setShown({ role, address, isCopied: await copyText(address) });
  const whileBusy = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(wordsFor(problem));
    } finally {
      setIsBusy(false);
    }
  };
  const make = (wanted: NewLink) =>
    whileBusy(async () => {
      const address = await makeLink(id, wanted);
      reload();
      await show(wanted.role, address);
    });
  const copyLink = (role: Role) => {
    const created = createdLinks(id).get(role);
    const label = `Copied on ${new Date().toLocaleDateString("en-GB", { dateStyle: "medium" })}`;
    return created === undefined
      ? make({ role, label, expiresAt: undefined, signIn: "none" })
      : show(role, created);
  };
  const showCode = (role: Role, expiresAt: Date) =>
    whileBusy(async () => {
      const code = await makeCode(id, role, expiresAt);
      keepCode(code);
      reload();
      setProjected(code);
    });

  return (
    <div className={dialogStyles.stack}>
      <div className={styles.copies}>
        {offered.map((role) => (
          <div key={role} className={styles.copy}>
            <Button variant="primary" isDisabled={isBusy} onPress={() => void copyLink(role)}>
              Copy {role} link
            </Button>
            <span className={dialogStyles.soft}>Whoever opens it {ROLE_MEANINGS[role]}.</span>
          </div>
        ))}
      </div>
      {error !== undefined && (
        <p role="alert" className={dialogStyles.error}>
          {error}
        </p>
      )}
      {shown !== undefined && (
        <ShownLinkBox key={shown.address} link={shown} onShow={() => setProjected(shown)} />
      )}
      <section aria-labelledby="share-code">
        <h3 id="share-code" className={styles.heading}>
          For the room: a short code on the screen
        </h3>
        <CodeForm isBusy={isBusy} onMake={(role, expiresAt) => void showCode(role, expiresAt)} />
      </section>
      <section aria-labelledby="share-links">
        <h3 id="share-links" className={styles.heading}>
          Links to this map
        </h3>
        <LinkList list={list} canDemand={canDemand} onShow={setProjected} />
      </section>
      <section aria-labelledby="share-new">
        <h3 id="share-new" className={styles.heading}>
          Make a new link
        </h3>
        <NewLinkForm isBusy={isBusy} canDemand={canDemand} onMake={(wanted) => void make(wanted)} />
      </section>
      <ProjectorLater shown={projected} onClose={() => setProjected(undefined)} />
    </div>
  );
}
