import { useState } from "react";
import { copyText } from "../shell/share/copyText.ts";
import { wordsFor } from "../shell/share/useLinks.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import dialogStyles from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import { type ListedMap, makeOwnerLink } from "./adminCalls.ts";
import { titleOf } from "./titleOf.ts";

/** Makes an owner's link for a map whose owners have lost theirs; the map's owners see that it was made. */
export function OwnerLinkDialog({
  adminKey,
  map,
  onMade,
  onClose,
}: {
  readonly adminKey: string;
  readonly map: ListedMap;
  readonly onMade: () => void;
  readonly onClose: () => void;
}) {
  const [link, setLink] = useState<string>();
  const [isCopied, setIsCopied] = useState(false);
  const [problem, setProblem] = useState<string>();
  const make = async () => {
    try {
      const made = await makeOwnerLink(adminKey, map.id);
      setLink(made);
      setIsCopied(await copyText(made));
      onMade();
    } catch (error) {
      setProblem(wordsFor(error));
    }
  };
  return (
    <Dialog title={`New owner link for “${titleOf(map)}”`} isOpen onClose={onClose}>
      <div className={dialogStyles.stack}>
        <p>
          For owners who have lost theirs. Whoever opens it sees the map and may do everything with it. That
          it was made is noted in the map’s own log.
        </p>
        {problem !== undefined && (
          <p role="alert" className={dialogStyles.error}>
            {problem}
          </p>
        )}
        {link === undefined ? (
          <div className={dialogStyles.actions}>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="primary" autoFocus onPress={() => void make()}>
              Make the link
            </Button>
          </div>
        ) : (
          <div className={dialogStyles.row}>
            <TextField label="Owner link" value={link} isReadOnly className={dialogStyles.grow} />
            <Button onPress={async () => setIsCopied(await copyText(link))}>
              {isCopied ? "Copied" : "Copy"}
            </Button>
            <p role="status" className={dialogStyles.soft}>
              It is shown this once.
            </p>
          </div>
        )}
      </div>
    </Dialog>
  );
}
