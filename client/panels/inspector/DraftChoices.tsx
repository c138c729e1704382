import type { Field } from "../../../shared/model/field.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./fields.module.css";
import { textOf } from "./fieldText.ts";
import type { DraftField } from "./useDraftField.ts";

const longestQuote = 120;

/** What to do with a draft that is not saved: somebody has changed the field meanwhile, or it was typed before the page was loaded. */
export function DraftChoices({
  draft,
  field,
  value,
}: {
  readonly draft: DraftField;
  readonly field: Field<unknown>;
  readonly value: unknown;
}) {
  const isChanged = draft.state === "changed-meanwhile";
  return (
    <div className={styles.conflict}>
      <p>
        {isChanged ? "Changed meanwhile to " : "You typed this before and it is not saved. The map says "}
        <q>{quoted(field, value)}</q>.{isChanged && " What you typed is kept, not saved."}
      </p>
      <div className={styles.choices}>
        <Button size="small" onPress={() => draft.commit(true)}>
          Save mine
        </Button>
        <Button size="small" onPress={draft.discard}>
          {isChanged ? "Use theirs" : "Let mine go"}
        </Button>
      </div>
    </div>
  );
}

function quoted(field: Field<unknown>, value: unknown): string {
  if (value === undefined || value === "") return "not stated";
  const text = textOf(field, value);
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
