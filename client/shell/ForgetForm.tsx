import { type FormEvent, useEffect, useState } from "react";
import { KEYS_REMAIN } from "../start/ForgottenPage.tsx";
import type { MapSession } from "../sync/MapSession.ts";
import { useConnection } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "../ui/dialogParts.module.css";
import { showToast } from "../ui/toasts.ts";
import { changesWords } from "./connectionWords.ts";
import { downloadMapFile } from "./exportActions.ts";
import formStyles from "./ForgetForm.module.css";
import { changesAtStake, type ForgetScope, forgetOnDevice } from "./forgetOnDevice.ts";

const scopes: readonly { readonly value: ForgetScope; readonly label: string; readonly what: string }[] = [
  {
    value: "map",
    label: "This map",
    what: "Its copy, its place in the list of recent maps, and this browser’s key to it.",
  },
  {
    value: "all",
    label: "All maps, and who I am",
    what: "The same for every map that was opened here, and your name and organisation.",
  },
];

/** Asks what to forget, says what would be lost, and does it. */
export function ForgetForm({
  session,
  onCancel,
}: {
  readonly session: MapSession;
  readonly onCancel: () => void;
}) {
  const [scope, setScope] = useState<ForgetScope>("map");
  const [isBusy, setIsBusy] = useState(false);
  const atStake = useChangesAtStake(session, scope);
  const forget = (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    forgetOnDevice(session, scope).then(
      (areKeysGone) => location.replace(`/forgotten${areKeysGone ? "" : KEYS_REMAIN}`),
      () => {
        setIsBusy(false);
        showToast(
          "Not everything could be deleted. Try again, or delete this site’s data in the browser’s settings.",
          "failure",
        );
      },
    );
  };
  return (
    <form className={styles.stack} onSubmit={forget}>
      <fieldset className={formStyles.scopes} disabled={isBusy}>
        <legend className={formStyles.legend}>What should this browser forget?</legend>
        {scopes.map(({ value, label, what }) => (
          <label key={value} className={formStyles.scope}>
            <input type="radio" name="scope" checked={scope === value} onChange={() => setScope(value)} />
            <span>
              <span className={formStyles.name}>{label}</span>
              <span className={styles.soft}>{what}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className={styles.soft}>
        The server keeps the map as it is. To open it here again, you need its whole link.
      </p>
      {atStake > 0 && (
        <p className={styles.warning} role="alert">
          {changesWords(atStake)} {atStake === 1 ? "is" : "are"} on this device only and would be lost: the
          server has not confirmed {atStake === 1 ? "it" : "them"}. Wait until the map is saved, or keep it as
          a file.
        </p>
      )}
      <div className={styles.actions}>
        {atStake > 0 && (
          <Button isDisabled={isBusy} onPress={() => void downloadMapFile(session.snapshots.get())}>
            Download the map file
          </Button>
        )}
        <Button isDisabled={isBusy} onPress={onCancel}>
          Cancel
        </Button>
        <Button variant="danger" type="submit" isDisabled={isBusy}>
          {isBusy
            ? "Forgetting …"
            : atStake > 0
              ? `Forget, and lose ${atStake === 1 ? "it" : "them"}`
              : "Forget"}
        </Button>
      </div>
    </form>
  );
}

function useChangesAtStake(session: MapSession, scope: ForgetScope): number {
  const state = useConnection();
  const [atStake, setAtStake] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another state there may be another number.
  useEffect(() => {
    let isGone = false;
    void changesAtStake(session, scope).then((changes) => {
      if (!isGone) setAtStake(changes);
    });
    return () => {
      isGone = true;
    };
  }, [session, scope, state]);
  return atStake;
}
