import { BookmarkPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ownIdentity } from "../signin/meStore.ts";
import { useConnection, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import styles from "./HistoryPanel.module.css";
import { nameMoment } from "./historyApi.ts";
import { timelineOf, wordsFor } from "./TimelineStore.ts";

/** Gives the map as it is now a name, under which it is found again. */
export function NameMomentButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <PopoverButton
      title="Name this moment"
      widthPx={280}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      button={
        <Button size="small" variant="outline" className={styles.nameIt}>
          <BookmarkPlus aria-hidden />
          Name this moment
        </Button>
      }
    >
      <NameForm onDone={() => setOpen(false)} />
    </PopoverButton>
  );
}

function NameForm({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  // The name is for what the server has: what it has not confirmed yet would be missing from the moment.
  const isSaved = useConnection().kind === "saved";
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === "") return setError("Give it a name, such as “Agreed at the board”.");
    setBusy(true);
    setError(undefined);
    try {
      await nameMoment(session.id, given, ownIdentity());
      onDone();
      showToast(`This moment is called “${given}”.`);
      await timelineOf(session).reload();
    } catch (problem) {
      setError(wordsFor(problem));
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Name"
        description="The map as it is now can be looked at under this name, whatever happens to it later."
        placeholder="Agreed at the board"
        value={name}
        onChange={setName}
        error={error}
        maxLength={LIMITS.checkpointNameCharacters}
        autoFocus
      />
      {!isSaved && <p className={styles.soft}>This is possible as soon as everything is saved.</p>}
      <Button type="submit" variant="primary" isDisabled={isBusy || !isSaved}>
        Name it
      </Button>
    </form>
  );
}
