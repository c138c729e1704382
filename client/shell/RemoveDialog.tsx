import { useState } from "react";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import styles from "../ui/dialogParts.module.css";
import { showToast } from "../ui/toasts.ts";
import type { ToRemove } from "./People.tsx";
import { type MapLink, revokeLink } from "./share/links.ts";
import { removePerson } from "./share/peopleCalls.ts";
import { linkName } from "./share/roleWords.ts";
import { wordsFor } from "./share/useLinks.ts";

/** Asks before somebody is put out, and where that does not keep them out, whether to take back the link that they came by. */
export function RemoveDialog({
  person,
  onClose,
}: {
  readonly person: ToRemove;
  readonly onClose: () => void;
}) {
  const { id } = useSession();
  const [link, setLink] = useState<MapLink>();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
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
  const remove = () =>
    run(async () => {
      const removal = await removePerson(id, person.clientId);
      if (!removal.isKeptOut) return setLink(removal.link);
      showToast(`${person.name} has been removed from the map. To undo it, open Share, Removed people.`);
      onClose();
    });
  const revoke = (linkId: string) =>
    run(async () => {
      await revokeLink(id, linkId);
      showToast(`${person.name} has been removed, and the link has been revoked.`);
      onClose();
    });

  return (
    <Dialog title={`Remove ${person.name}?`} isOpen onClose={onClose} role="alertdialog">
      <div className={styles.stack}>
        {link === undefined ? (
          <p>
            They lose the map at once and cannot come back in this browser, whatever link they use. You can
            let them back in: Share, Removed people.
          </p>
        ) : (
          <StillOpen link={link} />
        )}
        {error !== undefined && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
        {link === undefined ? (
          <div className={styles.actions}>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="danger" isDisabled={isBusy} autoFocus onPress={() => void remove()}>
              Remove from this map
            </Button>
          </div>
        ) : (
          <div className={styles.actions}>
            <Button onPress={onClose}>Leave the link as it is</Button>
            <Button variant="danger" isDisabled={isBusy} autoFocus onPress={() => void revoke(link.id)}>
              Revoke the link
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function StillOpen({ link }: { readonly link: MapLink }) {
  const others =
    link.people === 1 ? "one other person is" : `${link.people === 0 ? "no" : link.people} others are`;
  return (
    <p role="status">
      They are out for now, but they came with a program that this server does not know again: it can come
      back by the same link, “{linkName(link)}”. If you revoke the link, nobody comes in by it any more;{" "}
      {others} on it at the moment.
    </p>
  );
}
