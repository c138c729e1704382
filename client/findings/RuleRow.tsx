import {
  REGIMES,
  type Regime,
  RULE_SETTINGS,
  type RuleSetting,
  type Severity,
} from "../../shared/model/systemMap.ts";
import type { Basis } from "../../shared/rules/finding.ts";
import fieldStyles from "../panels/inspector/fields.module.css";
import { basisWord, rulesWord, severityWord } from "./findingWords.ts";
import styles from "./RulesDialog.module.css";

/** What the list says of a rule; of an id that is not in the rule book only that id is known. */
export interface ListedRule {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly basis?: Basis;
  readonly severities?: readonly Severity[];
  readonly regimes?: readonly Regime[];
}

/** One rule of the rule book: what it says of itself, and what it is set to on this map. */
export function RuleRow({
  rule,
  regime,
  setting,
  onSet,
}: {
  readonly rule: ListedRule;
  readonly regime: Regime;
  readonly setting: RuleSetting | undefined;
  /** Left out for those who may not set it. */
  readonly onSet?: (setting: RuleSetting | undefined) => void;
}) {
  const { id, title, summary, basis, severities = [], regimes = REGIMES } = rule;
  const facts = [
    ...(basis === undefined ? [] : [basisWord(basis)]),
    ...ownWords(severities),
    ...(regimes.includes(regime) ? [] : [`not in the ${rulesWord(regime)}`]),
  ];
  return (
    <li className={styles.row} data-rule={id} data-set={setting === undefined ? undefined : ""}>
      <div className={styles.about}>
        <h4 className={styles.title}>{title}</h4>
        {summary !== undefined && <p className={styles.soft}>{summary}</p>}
        {facts.length > 0 && <p className={styles.facts}>{facts.join(" · ")}</p>}
      </div>
      {onSet === undefined ? (
        <p className={styles.setting}>{settingWord(setting)}</p>
      ) : (
        <select
          className={fieldStyles.box}
          aria-label={`Setting of “${title}”`}
          value={setting ?? ""}
          onChange={({ target: { value } }) => onSet(RULE_SETTINGS.find((each) => each === value))}
        >
          <option value="">{settingWord(undefined)}</option>
          {[...RULE_SETTINGS].reverse().map((each) => (
            <option key={each} value={each}>
              {settingWord(each)}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

function settingWord(setting: RuleSetting | undefined): string {
  if (setting === undefined) return "As the rule says";
  return setting === "off" ? "Off" : severityWord(setting);
}

function ownWords(severities: readonly Severity[]): readonly string[] {
  const own = severities.map((severity) => severityWord(severity).toLowerCase());
  return own.length === 0 ? [] : [`the rule says ${own.join(" or ")}`];
}
