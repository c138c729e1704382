import { type FormEvent, useEffect, useRef, useState } from "react";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { ownIdentity } from "../signin/meStore.ts";
import { useFindings, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import parts from "../ui/dialogParts.module.css";
import { TextField } from "../ui/TextField.tsx";
import { type AcceptanceForm, acceptanceProblems, decisionFrom } from "./acceptance.ts";
import { DecisionOnCard } from "./DecisionOnCard.tsx";
import { decisionsAbout, todayHere } from "./decisionsAbout.ts";
import styles from "./dialogs.module.css";
import type { FindingDialogProps } from "./FindingDialogs.tsx";
import { performWithUndo } from "./performWithUndo.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";

const longestReason = 2_000;

/** The room accepts a finding: why, who says so, and when it is to be looked at again. */
export function AcceptDialog({ asked, onClose }: FindingDialogProps<"accept">) {
  const finding = useFindings().find(({ key }) => key === asked.key);
  return (
    <Dialog title="Accept this finding" isOpen onClose={onClose}>
      {finding === undefined ? (
        <Gone onClose={onClose} />
      ) : finding.accepted === true ? (
        <AcceptedMeanwhile finding={finding} onClose={onClose} />
      ) : (
        <Form finding={finding} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Form({ finding, onClose }: { readonly finding: CheckedFinding; readonly onClose: () => void }) {
  const [firstMessage] = useState(finding.message);
  const { form, values, problems, change, submit } = useAcceptanceForm(finding, onClose);
  return (
    <form ref={form} className={parts.stack} onSubmit={submit} noValidate>
      <FindingInShort finding={finding} />
      {finding.message !== firstMessage && (
        <p className={parts.warning} role="status">
          The map has changed since you opened this: read the finding again before you accept it.
        </p>
      )}
      <p className={parts.soft}>
        It leaves the counts and stays listed, with what you say here, on the screen and in every export. It
        comes back by itself when its facts change.
      </p>
      <TextField
        label="Reason"
        value={values.reason}
        onChange={change("reason")}
        rows={3}
        maxLength={longestReason}
        error={problems.reason}
        isRequired
        autoFocus
      />
      <TextField
        label="Accepted by"
        value={values.by}
        onChange={change("by")}
        maxLength={LIMITS.presenceNameCharacters}
        error={problems.by}
        isRequired
      />
      <TextField
        label="Look at it again by"
        description="If you like: after this day the finding says that the date has passed."
        placeholder="1 April 2027"
        value={values.reviewBy}
        onChange={change("reviewBy")}
        error={problems.reviewBy}
      />
      <div className={parts.actions}>
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit">
          Accept
        </Button>
      </div>
    </form>
  );
}

/** What has been typed, what is wrong with it once somebody has tried, and the step that is made when nothing is. */
function useAcceptanceForm(finding: CheckedFinding, onClose: () => void) {
  const session = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<AcceptanceForm>(() => ({
    reason: "",
    by: ownIdentity()?.name ?? "",
    reviewBy: "",
  }));
  const [tries, setTries] = useState(0);
  const found = acceptanceProblems(values, todayHere());
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  return {
    form,
    values,
    problems: tries === 0 ? {} : found,
    change: (field: keyof AcceptanceForm) => (value: string) =>
      setValues((before) => ({ ...before, [field]: value })),
    submit(event: FormEvent) {
      event.preventDefault();
      if (Object.keys(found).length > 0) return setTries(tries + 1);
      const decision = decisionFrom(finding, values, new Date());
      onClose();
      performWithUndo(
        session,
        `Accept “${finding.title}”`,
        (editor) => editor.accept(decision),
        `Accepted: ${finding.title}`,
      );
    },
  };
}

function FindingInShort({ finding }: { readonly finding: CheckedFinding }) {
  return (
    <div className={styles.finding}>
      <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
      <div>
        <p className={parts.strong}>{finding.title}</p>
        <p>
          <Sentence text={finding.message} />
        </p>
      </div>
    </div>
  );
}

function Gone({ onClose }: { readonly onClose: () => void }) {
  return (
    <div className={parts.stack}>
      <p>The map has changed, and the finding is gone. There is nothing left to accept.</p>
      <div className={parts.actions}>
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function AcceptedMeanwhile({
  finding,
  onClose,
}: {
  readonly finding: CheckedFinding;
  readonly onClose: () => void;
}) {
  const { map } = useSnapshot();
  const decision = decisionsAbout(map.decisions ?? [])(finding);
  return (
    <div className={parts.stack}>
      <p>Somebody else has accepted it meanwhile:</p>
      {decision !== undefined && <DecisionOnCard decision={decision} isAccepted today={todayHere()} />}
      <div className={parts.actions}>
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
