import { type FormEvent, useId, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import parts from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { peopleOf, personKey } from "./dayGroups.ts";
import styles from "./dialogs.module.css";
import { erasePerson } from "./historyApi.ts";
import { timelineOf, wordsFor } from "./TimelineStore.ts";
import type { Timeline } from "./timeline.ts";

const ANOTHER = "another";

interface EraseProps {
  readonly timeline: Timeline;
  readonly onClose: () => void;
}

/** Takes a person’s name out of the history of this map, on their request. */
export function EraseDialog(props: EraseProps) {
  return (
    <Dialog title="Erase a person’s name" isOpen onClose={props.onClose}>
      <EraseForm {...props} />
    </Dialog>
  );
}

function EraseForm({ timeline, onClose }: EraseProps) {
  const people = peopleOf(timeline).filter(({ name }) => name.trim() !== "");
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState({ name: "", organisation: "" });
  const { isBusy, error, setError, erase } = useErasing(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const person = chosen === ANOTHER ? typed : people.find((each) => personKey(each) === chosen);
    if (person === undefined || person.name.trim() === "") setError("Say whose name shall go.");
    else if (chosen === ANOTHER) void erase(person.name, person.organisation.trim() || undefined);
    else void erase(person.name, person.organisation);
  };
  return (
    <form className={parts.stack} onSubmit={submit} noValidate>
      <WhatItDoes />
      <fieldset className={styles.choices}>
        <legend>Whose name?</legend>
        {people.map((person) => (
          <Choice
            key={personKey(person)}
            value={personKey(person)}
            chosen={chosen}
            onChoose={setChosen}
            label={person.name}
            detail={person.organisation}
          />
        ))}
        <Choice
          value={ANOTHER}
          chosen={chosen}
          onChoose={setChosen}
          label="Another name"
          detail={
            people.length === 0
              ? "The part of the history that is loaded names nobody"
              : "Only names from the part of the history that is loaded are listed"
          }
        />
      </fieldset>
      {chosen === ANOTHER && (
        <div className={styles.fields}>
          <TextField
            label="Name, exactly as it is shown"
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            maxLength={LIMITS.presenceNameCharacters}
          />
          <TextField
            label="Organisation"
            description="Left empty: this name with any organisation."
            value={typed.organisation}
            onChange={(organisation) => setTyped({ ...typed, organisation })}
            maxLength={LIMITS.presenceNameCharacters}
          />
        </div>
      )}
      {error !== undefined && (
        <p role="alert" className={parts.error}>
          {error}
        </p>
      )}
      <div className={parts.actions}>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="danger" type="submit" isDisabled={isBusy}>
          Erase the name
        </Button>
      </div>
    </form>
  );
}

function WhatItDoes() {
  return (
    <>
      <p>
        The name and the organisation go from the history of this map, for everybody and for good. What the
        person changed stays, without saying whose it was.
      </p>
      <p className={parts.soft}>
        It does not reach what people have typed on the map itself (names on cards, notes, who accepted a
        finding), what was exported or downloaded, copies of this map, and backups of the server. Others still
        see the name of somebody who is here now until they leave; who joins anew under it is listed by it
        again.
      </p>
    </>
  );
}

function useErasing(onClose: () => void) {
  const live = useLiveSession();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const erase = async (name: string, organisation: string | undefined) => {
    setBusy(true);
    setError(undefined);
    try {
      const wasThere = await erasePerson(live.id, name, organisation);
      setBusy(false);
      if (!wasThere) return setError("Nobody in the history of this map bears this name.");
      onClose();
      showToast(`“${name}” is erased from the history of this map.`);
      await timelineOf(live).reload();
    } catch (problem) {
      setError(wordsFor(problem));
      setBusy(false);
    }
  };
  return { isBusy, error, setError, erase };
}

function Choice({
  value,
  chosen,
  onChoose,
  label,
  detail,
}: {
  readonly value: string;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly label: string;
  readonly detail: string;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type="radio"
        name="person"
        checked={value === chosen}
        onChange={() => onChoose(value)}
        aria-describedby={detail === "" ? undefined : `${id}-detail`}
      />
      <label htmlFor={id}>
        <bdi>{label}</bdi>
      </label>
      {detail !== "" && (
        <span id={`${id}-detail`} className={parts.soft}>
          <bdi>{detail}</bdi>
        </span>
      )}
    </div>
  );
}
