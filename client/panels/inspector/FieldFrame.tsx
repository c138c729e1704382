import { CircleQuestionMark } from "lucide-react";
import { type FocusEvent, type ReactNode, useEffect, useId, useRef } from "react";
import type { Field } from "../../../shared/model/field.ts";
import { fieldWord } from "../../../shared/model/words.ts";
import { setNaming } from "../../findings/namingStore.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { initials } from "../../ui/initials.ts";
import { loadLater } from "../../ui/loadLater.tsx";
import { announce } from "../panelStore.ts";
import { FieldFindings } from "./FieldFindings.tsx";
import styles from "./FieldFrame.module.css";
import { toggleHelp, useIsExplained } from "./fieldHelpStore.ts";
import { DescriptionContext, useRecordAround } from "./recordContext.ts";
import type { FieldEditing } from "./useEditors.ts";

const FieldHelp = loadLater(async () => (await import("./FieldHelp.tsx")).FieldHelp);
const NOBODY: readonly FieldEditing[] = [];
const NO_FINDINGS: readonly never[] = [];

/**
 * What stands around the editor of one field: what it means (at the question mark or with F1), who else is in it, and what the rules
 * say about it. It tells the others that this person is in it.
 */
export function FieldFrame({
  name,
  field,
  value,
  children,
}: {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
  readonly children: ReactNode;
}) {
  const id = useId();
  const around = useRecordAround();
  const helpKey = `${around.type} ${name}`;
  const isExplained = useIsExplained(helpKey);
  const editing = around.editors.get(name) ?? NOBODY;
  const findings = around.findings.get(name) ?? NO_FINDINGS;
  const label = fieldWord(name);
  const presence = useFieldPresence(around.id, name, label, editing);
  const description = [
    editing.length > 0 && `${id}-editing`,
    findings.length > 0 && `${id}-findings`,
    isExplained && `${id}-help`,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what happens in the field; nothing is done by pressing it.
    <div
      className={styles.frame}
      data-edited={editing.length > 0 || undefined}
      {...presence}
      onKeyDown={(event) => {
        if (event.key !== "F1") return;
        event.preventDefault();
        event.stopPropagation();
        toggleHelp(helpKey);
      }}
    >
      {/* One press per field would double the way through the form by Tab: from the field itself it is F1. */}
      <button
        type="button"
        tabIndex={-1}
        className={styles.mark}
        aria-label={`What “${label}” means`}
        aria-expanded={isExplained}
        title="What this means (F1)"
        onClick={() => toggleHelp(helpKey)}
      >
        <CircleQuestionMark aria-hidden />
      </button>
      <DescriptionContext value={description === "" ? undefined : description}>{children}</DescriptionContext>
      {editing.length > 0 && (
        <p id={`${id}-editing`} className={styles.editing}>
          {editing.map((person) => (
            <span
              key={person.clientId}
              className={styles.initials}
              style={{ backgroundColor: person.colour }}
              aria-hidden="true"
            >
              {initials(person.name)}
            </span>
          ))}
          <span>{editingWords(editing)}</span>
        </p>
      )}
      {findings.length > 0 && <FieldFindings id={`${id}-findings`} findings={findings} />}
      {isExplained && (
        <div id={`${id}-help`} className={styles.help}>
          <FieldHelp name={name} recordType={around.type} field={field} value={value} />
        </div>
      )}
    </div>
  );
}

/** Tells the others that this person is in the field, and this person when somebody joins them in it. */
function useFieldPresence(
  recordId: string | undefined,
  name: string,
  label: string,
  editing: readonly FieldEditing[],
) {
  const { presence } = useSession();
  const isIn = useRef(false);
  useEffect(
    () => () => {
      if (!isIn.current) return;
      presence.setField(undefined);
      setNaming(undefined);
    },
    [presence],
  );
  const words = editing.length === 0 ? undefined : editingWords(editing);
  useEffect(() => {
    if (words !== undefined && isIn.current) announce(`${label}: ${words}`);
  }, [words, label]);
  if (recordId === undefined) return {};
  return {
    onFocus: () => {
      isIn.current = true;
      presence.setField({ id: recordId, name });
      if (name === "name") setNaming(recordId);
    },
    onBlur: (event: FocusEvent) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      isIn.current = false;
      presence.setField(undefined);
      setNaming(undefined);
    },
  };
}

/** “Ben Okafor is editing this”. */
export function editingWords(editing: readonly Pick<FieldEditing, "name">[]): string {
  const names = [...new Set(editing.map(({ name }) => name))];
  const [first = ""] = names;
  if (names.length === 1) return `${first} is editing this`;
  if (names.length === 2) return `${names.join(" and ")} are editing this`;
  return `${first} and ${names.length - 1} others are editing this`;
}
