import { type FormEvent, useState } from "react";
import { wordsFor } from "../shell/share/useLinks.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./AdminPage.module.css";
import { fetchMaps } from "./adminCalls.ts";

/** Asks for the administrator's key, and gives it on once the server has taken it. */
export function KeyForm({ onKey }: { readonly onKey: (key: string) => void }) {
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === "") return setProblem("Type the key.");
    setIsBusy(true);
    try {
      await fetchMaps(key.trim(), { search: "", order: "created", isDescending: true, page: 0 });
      onKey(key.trim());
    } catch (error) {
      setProblem(wordsFor(error));
      setIsBusy(false);
    }
  };
  return (
    <form className={styles.keyForm} onSubmit={(event) => void submit(event)} noValidate>
      <p>
        This page is for whoever runs this server. The key is the one that it was started with
        (PLUMBLINE_ADMIN_KEY); it is kept in this tab only, until you leave the page.
      </p>
      <TextField
        label="Administrator’s key"
        type="password"
        autoComplete="off"
        value={key}
        onChange={(value) => {
          setKey(value);
          setProblem(undefined);
        }}
        error={problem}
        autoFocus
      />
      <Button type="submit" variant="primary" isDisabled={isBusy}>
        Open
      </Button>
    </form>
  );
}
