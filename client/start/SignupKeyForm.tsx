import { type FormEvent, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./SignupKeyForm.module.css";

/** For servers on which not everybody makes maps: asks for the key. */
export function SignupKeyForm({
  reason,
  isBusy,
  onKey,
}: {
  readonly reason: string;
  readonly isBusy: boolean;
  readonly onKey: (key: string) => void;
}) {
  const [key, setKey] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== "") onKey(key.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p role="alert">{reason} Ask whoever runs it.</p>
      <div className={styles.row}>
        <TextField label="Sign-up key" type="password" value={key} onChange={setKey} autoFocus />
        <Button type="submit" variant="primary" isDisabled={isBusy}>
          Make the map
        </Button>
      </div>
    </form>
  );
}
