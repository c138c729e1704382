import { useState } from "react";
import { includesRole, type Role } from "../../../shared/protocol/roles.ts";
import { createdLinks } from "../../sync/createdLinks.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import dialogStyles from "../dialogs.module.css";
import { copyText } from "./copyText.ts";
import { LinkList } from "./LinkList.tsx";
import { makeLink, type NewLink } from "./links.ts";
import { NewLinkForm } from "./NewLinkForm.tsx";
import { ROLE_MEANINGS } from "./roleWords.ts";
import styles from "./ShareDialog.module.css";
import { type ShownLink, ShownLinkBox } from "./ShownLinkBox.tsx";
import { useLinks, wordsFor } from "./useLinks.ts";

/** Gives out and takes back links to the map; for those who are no owners, says whom to ask. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useSession();
  return (
    <Dialog title="Share this map" isOpen onClose={onClose} width="wide">
      {includesRole(role, "owner") ? <OwnerPart /> : <OtherPart />}
    </Dialog>
  );
}

function OtherPart() {
  return (
    <div className={dialogStyles.stack}>
      <p>Only an owner of the map gives out links. Ask the person who sent you yours.</p>
      <p className={dialogStyles.soft}>
        You can pass on the link that you were sent; whoever opens it may do what you may. It is not shown
        here: it was taken out of the address bar so that nobody reads it over your shoulder.
      </p>
    </div>
  );
}

const offered: readonly Role[] = ["editor", "viewer"];

function OwnerPart() {
  const { id } = useSession();
  const list = useLinks(id);
  const { reload } = list;
  const [shown, setShown] = useState<ShownLink>();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const show = async (role: Role, address: string) =>
    setShown({ role, address, isCopied: await copyText(address) });
  const make = async (wanted: NewLink) => {
    setIsBusy(true);
    setError(undefined);
    try {
      const address = await makeLink(id, wanted);
      reload();
      await show(wanted.role, address);
    } catch (problem) {
      setError(wordsFor(problem));
    } finally {
      setIsBusy(false);
    }
  };
  const copyLink = (role: Role) => {
    const created = createdLinks(id).get(role);
    const label = `Copied on ${new Date().toLocaleDateString("en-GB", { dateStyle: "medium" })}`;
    return created === undefined ? make({ role, label, expiresAt: undefined }) : show(role, created);
  };

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
      {shown !== undefined && <ShownLinkBox key={shown.address} link={shown} />}
      <section aria-labelledby="share-links">
        <h3 id="share-links" className={styles.heading}>
          Links to this map
        </h3>
        <LinkList list={list} />
      </section>
      <section aria-labelledby="share-new">
        <h3 id="share-new" className={styles.heading}>
          Make a new link
        </h3>
        <NewLinkForm isBusy={isBusy} onMake={(wanted) => void make(wanted)} />
      </section>
    </div>
  );
}
