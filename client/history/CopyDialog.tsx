import { type FormEvent, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { createMap, keepSignupKey } from "../start/createMap.ts";
import { SignupKeyForm } from "../start/SignupKeyForm.tsx";
import { ApiError } from "../sync/callApi.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import parts from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import type { Look } from "./lookStore.ts";
import { asOfWords } from "./momentWords.ts";
import { wordsFor } from "./TimelineStore.ts";

type Copying =
  | { readonly step: "asking"; readonly error?: string }
  | { readonly step: "busy" }
  | { readonly step: "key"; readonly reason: string }
  | { readonly step: "made"; readonly path: string };

/** Makes a new map of a moment, with its own links and its own history; this one stays as it is. */
export function CopyDialog({ look, onClose }: { readonly look: Look; readonly onClose: () => void }) {
  const [title, setTitle] = useState(() => titleOfCopy(look));
  const [copying, setCopying] = useState<Copying>({ step: "asking" });
  const make = async () => {
    setCopying({ step: "busy" });
    try {
      setCopying({ step: "made", path: await createMap({ map: { ...look.map, title: title.trim() } }) });
    } catch (problem) {
      setCopying(
        problem instanceof ApiError && problem.status === 401
          ? { step: "key", reason: problem.message }
          : { step: "asking", error: wordsFor(problem) },
      );
    }
  };
  return (
    <Dialog title="Copy as a new map" isOpen onClose={onClose}>
      {copying.step === "made" ? (
        <Made path={copying.path} title={title} onClose={onClose} />
      ) : copying.step === "key" ? (
        <SignupKeyForm
          reason={copying.reason}
          isBusy={false}
          onKey={(key) => {
            keepSignupKey(key);
            void make();
          }}
        />
      ) : (
        <TitleForm
          title={title}
          onTitle={setTitle}
          error={copying.step === "asking" ? copying.error : undefined}
          isBusy={copying.step === "busy"}
          onCancel={onClose}
          onMake={() => void make()}
        />
      )}
    </Dialog>
  );
}

function TitleForm({
  title,
  onTitle,
  error,
  isBusy,
  onCancel,
  onMake,
}: {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly error: string | undefined;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onMake: () => void;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake();
  };
  return (
    <form className={parts.stack} onSubmit={submit} noValidate>
      <p>
        The new map starts as this one was then. It has its own links and its own history; this one stays as
        it is.
      </p>
      <TextField
        label="Title of the new map"
        value={title}
        onChange={onTitle}
        maxLength={LIMITS.titleCharacters}
        autoFocus
      />
      {error !== undefined && (
        <p role="alert" className={parts.error}>
          {error}
        </p>
      )}
      <div className={parts.actions}>
        <Button onPress={onCancel}>Cancel</Button>
        <Button variant="primary" type="submit" isDisabled={isBusy}>
          {isBusy ? "Making the copy …" : "Make the copy"}
        </Button>
      </div>
    </form>
  );
}

function Made({
  path,
  title,
  onClose,
}: {
  readonly path: string;
  readonly title: string;
  readonly onClose: () => void;
}) {
  return (
    <div className={parts.stack}>
      <p role="status">
        “<bdi>{title}</bdi>” is made, and you own it.
      </p>
      <p>
        {/* A tab of its own, which knows nothing of this one. */}
        <a href={path} target="_blank" rel="noopener noreferrer">
          Open the new map in a new tab
        </a>
      </p>
      <p className={parts.soft}>
        Open it once: after that it is among the maps on the start page of this browser. Without its link
        nobody finds it.
      </p>
      <div className={parts.actions}>
        <Button variant="primary" onPress={onClose} autoFocus>
          Done
        </Button>
      </div>
    </div>
  );
}

function titleOfCopy({ map, moment }: Look): string {
  const asOf = ` (as of ${asOfWords(new Date(moment.at))})`;
  const title = map.title.trim() === "" ? "Map without a title" : map.title;
  return title.slice(0, LIMITS.titleCharacters - asOf.length) + asOf;
}
