import { type FormEvent, useState } from "react";
import { wordsFor } from "../shell/share/useLinks.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import dialogStyles from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import { deleteMap, type ListedMap } from "./adminCalls.ts";
import { titleOf } from "./titleOf.ts";

/** Deletes a map once its title has been typed: a list is no place for a slip. */
export function DeleteDialog({
  adminKey,
  map,
  onDeleted,
  onClose,
}: {
  readonly adminKey: string;
  readonly map: ListedMap;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const title = titleOf(map);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== title.trim()) return setProblem(`Type “${title}”, letter by letter.`);
    setIsBusy(true);
    try {
      await deleteMap(adminKey, map.id);
      onDeleted();
      onClose();
    } catch (error) {
      setProblem(wordsFor(error));
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={`Delete “${title}”?`} isOpen onClose={onClose} role="alertdialog">
      <form className={dialogStyles.stack} onSubmit={(event) => void submit(event)} noValidate>
        <p>
          The map, its history and its links are gone for good, for everybody
          {map.people > 0 && `, also for those who have it open now (${map.people})`}. A backup of the server
          may still hold them.
        </p>
        <TextField
          label={`Type the title to confirm: ${title}`}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setProblem(undefined);
          }}
          error={problem}
          autoComplete="off"
          autoFocus
        />
        <div className={dialogStyles.actions}>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" isDisabled={isBusy}>
            Delete for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
