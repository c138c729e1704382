import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { RuleSetting } from "../../shared/model/systemMap.ts";
import { RULES, SECTIONS } from "../../shared/rules/registry.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { FindingDialogProps } from "./FindingDialogs.tsx";
import { performWithUndo } from "./performWithUndo.ts";
import { type ListedRule, RuleRow } from "./RuleRow.tsx";
import styles from "./RulesDialog.module.css";
import { ruleSettingsWords, settingOf } from "./ruleSettings.ts";

/** Every rule by section: what it says of itself, and what this map has set it to. The facilitator may set it otherwise. */
export function RulesDialog({ asked, onClose }: FindingDialogProps<"rules">) {
  return (
    <Dialog title="Rules on this map" isOpen onClose={onClose} width="wide">
      <Rules wanted={asked.rule} />
    </Dialog>
  );
}

function Rules({ wanted }: { readonly wanted: string | undefined }) {
  const session = useSession();
  const maySet = useCanEdit() && session.role === "owner";
  const { map } = useSnapshot();
  const [search, setSearch] = useState("");
  const list = useWantedRule(wanted);
  const sections = useMemo(() => sectionsWith(Object.keys(map.settings?.rules ?? {})), [map.settings]);
  const found = sections
    .map(({ title, rules }) => ({ title, rules: rules.filter((rule) => matches(rule, title, search)) }))
    .filter(({ rules }) => rules.length > 0);
  const set = ({ id, title }: ListedRule, setting: RuleSetting | undefined) =>
    session.perform(`Set the rule “${title}”`, (editor) => editor.setRule(id, setting));
  return (
    <div ref={list} className={styles.rules}>
      <p className={styles.soft}>
        {maySet
          ? "What you set here holds for everybody on this map and is printed in its exports."
          : "What is set here holds for this map. Only a facilitator changes it."}
      </p>
      <TextField
        label="Search the rules"
        type="search"
        value={search}
        onChange={setSearch}
        autoFocus={wanted === undefined}
      />
      <Changed maySet={maySet} />
      <p className={styles.soft} role="status">
        {search.trim() === "" ? "" : foundWords(found.reduce((sum, { rules }) => sum + rules.length, 0))}
      </p>
      {found.map(({ title, rules }) => (
        <section key={title}>
          <h3 className={styles.heading}>{title}</h3>
          <ul className={styles.list}>
            {rules.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                regime={map.regime}
                setting={settingOf(map.settings, rule.id)}
                {...(maySet && { onSet: (setting) => set(rule, setting) })}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Brings the rule that was asked for into view and gives it the focus, when the dialog opens. */
function useWantedRule(wanted: string | undefined): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = list.current?.querySelector(`[data-rule="${CSS.escape(wanted)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("select")?.focus({ preventScroll: true });
  }, [wanted]);
  return list;
}

/** How many rules the map sets otherwise, and the way back; nothing where it sets none. */
function Changed({ maySet }: { readonly maySet: boolean }) {
  const session = useSession();
  const { settings } = useSnapshot().map;
  const words = ruleSettingsWords(settings);
  if (words === undefined) return null;
  const setAllBack = () =>
    performWithUndo(session, "Set all rules back", (editor) => {
      for (const rule of Object.keys(settings?.rules ?? {})) editor.setRule(rule, undefined);
    });
  return (
    <div className={styles.changed}>
      <span>{words}.</span>
      {maySet && (
        <Button size="small" onPress={setAllBack}>
          Set all back to the rule book
        </Button>
      )}
    </div>
  );
}

function foundWords(count: number): string {
  if (count === 0) return "No rule is like that.";
  return count === 1 ? "1 rule found" : `${count} rules found`;
}

interface ListedSection {
  readonly title: string;
  readonly rules: readonly ListedRule[];
}

/** The rule book, and after it what the map sets that is no rule of it: such ids are kept. */
function sectionsWith(set: readonly string[]): readonly ListedSection[] {
  const known = new Set(RULES.map(({ id }) => id));
  const others = set.filter((id) => !known.has(id)).map((id) => ({ id, title: id }));
  return [...SECTIONS, { title: "Set on this map, and not in this rule book", rules: others }];
}

function matches({ id, title, summary }: ListedRule, section: string, search: string): boolean {
  const text = `${id} ${title} ${summary ?? ""} ${section}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
