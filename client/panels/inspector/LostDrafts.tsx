import { useId, useRef, useState } from "react";
import { fieldWord } from "../../../shared/model/words.ts";
import { useCanEdit, useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../panelStore.ts";
import { Sentence } from "../Sentence.tsx";
import { setDraft } from "./draftStore.ts";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";
import type { KeptDraft } from "./keptDrafts.ts";
import { bringBack, lostRecord } from "./lostRecord.ts";

/** What this person was typing into something that has been deleted meanwhile: to be copied, or put back together with it. */
export function LostDrafts({ id, texts }: { readonly id: string; readonly texts: readonly KeptDraft[] }) {
  const session = useSession();
  const canEdit = useCanEdit();
  const record = lostRecord(session, id);
  const letGo = () => {
    for (const { key } of texts) setDraft(key, undefined);
  };
  return (
    <section className={styles.kept} aria-label="Text kept from what was deleted">
      <p>
        <Sentence text={sentence(record)} />
      </p>
      {texts.map((draft) => (
        <LostText key={draft.key} draft={draft} />
      ))}
      <div className={styles.buttons}>
        {canEdit && record !== undefined && (
          <Button
            size="small"
            variant="primary"
            onPress={() => {
              if (bringBack(session, id)) followLink([id]);
            }}
          >
            Bring it back
          </Button>
        )}
        <Button size="small" onPress={letGo}>
          Let the text go
        </Button>
      </div>
    </section>
  );
}

function LostText({ draft: { field, text } }: { readonly draft: KeptDraft }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
      announce("Copied.");
    } catch {
      box.current?.focus();
      box.current?.select();
      setSaid("The browser does not let us copy. The text is selected: copy it by keyboard.");
    }
  };
  return (
    <div className={styles.lostText}>
      <label htmlFor={id}>{fieldWord(field)}</label>
      <textarea
        ref={box}
        id={id}
        readOnly
        rows={Math.min(4, Math.ceil(text.length / 36))}
        value={text}
        dir="auto"
      />
      <div className={styles.buttons}>
        <Button size="small" onPress={() => void copy()} aria-label={`Copy: ${fieldWord(field)}`}>
          Copy
        </Button>
        {said !== undefined && <span className={styles.quiet}>{said}</span>}
      </div>
    </div>
  );
}

function sentence(record: ReturnType<typeof lostRecord>): string {
  if (record === undefined)
    return "What you were editing is not on the map any more. Your text is kept: copy it.";
  const who = record.by === undefined ? "Somebody" : record.by === "you" ? "You" : record.by;
  return `${who} deleted ${record.name} while you were editing it. Your text is kept: copy it, or bring it back.`;
}
