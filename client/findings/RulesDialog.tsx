import { useEffect, useMemo, useRef, useState } from "react";
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
  const list = useRef<HTMLDivElement>(null);
  const words = ruleSettingsWords(map.settings);
  const sections = useMemo(() => sectionsWith(Object.keys(map.settings?.rules ?? {})), [map.settings]);
  const found = sections
    .map(({ title, rules }) => ({ title, rules: rules.filter((rule) => matches(rule, title, search)) }))
    .filter(({ rules }) => rules.length > 0);
  useEffect(() => {
    if (wanted === undefined) return;
    const row = list.current?.querySelector(`[data-rule="${CSS.escape(wanted)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("select, [tabindex]")?.focus({ preventScroll: true });
  }, [wanted]);
  const set = ({ id, title }: ListedRule, setting: RuleSetting | undefined) =>
    session.perform(`Set the rule “${title}”`, (editor) => editor.setRule(id, setting));
  const setAllBack = () =>
    performWithUndo(session, "Set all rules back", (editor) => {
      for (const rule of Object.keys(map.settings?.rules ?? {})) editor.setRule(rule, undefined);
    });
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
      {words !== undefined && (
        <div className={styles.changed}>
          <span>{words}.</span>
          {maySet && (
            <Button size="small" onPress={setAllBack}>
              Set all back to the rule book
            </Button>
          )}
        </div>
      )}
      <p className={styles.soft} role="status">
        {search.trim() === "" ? "" : foundWords(found.reduce((sum, { rules }) => sum + rules.length, 0))}
      </p>
      {found.map(({ title, rules }) => (
        <section key={title} className={styles.section}>
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
