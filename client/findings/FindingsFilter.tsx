import type { Organisation } from "../../shared/model/element.ts";
import type { Basis } from "../../shared/rules/finding.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { Select } from "../ui/Select.tsx";
import styles from "./FindingsToolbar.module.css";
import { ABOUT, type About, GROUPINGS, type Grouping, STANDINGS, type Standing } from "./findingsView.ts";
import { changeView, setMyOrganisation, useFindingsView } from "./findingsViewStore.ts";
import { basisWord } from "./findingWords.ts";

export interface FindingsFilterProps {
  /** The rules that have found something, with their titles. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  /** Who is on the map. */
  readonly organisations: readonly Organisation[];
  /** The one that counts as this person’s own. */
  readonly own: Organisation | undefined;
}

const ABOUT_WORDS: Readonly<Record<About, string>> = {
  everything: "Everything",
  selection: "What I choose on the map",
  mine: "My organisation",
};
const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  severity: "How grave it is",
  rule: "Rule",
  element: "Card or line",
};
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  both: "What stands, then what is accepted",
  open: "Only what stands",
  accepted: "Only what is accepted",
};
const BASES: readonly Basis[] = ["law", "regulation", "guidance", "lesson", "completeness"];
const ANY = "any";

/** What of the findings is listed, and under which headings. Every choice holds at once. */
export function FindingsFilter({ rules, organisations, own }: FindingsFilterProps) {
  const view = useFindingsView((state) => state.view);
  const isRuleListed = view.rule === undefined || rules.some(({ id }) => id === view.rule);
  return (
    <div className={styles.form}>
      <Select
        label="Group by"
        options={GROUPINGS.map((value) => ({ value, label: GROUPING_WORDS[value] }))}
        value={view.grouping}
        onChange={(grouping) => changeView({ grouping })}
      />
      <Select
        label="About"
        options={ABOUT.map((value) => ({ value, label: ABOUT_WORDS[value] }))}
        value={view.about}
        onChange={(about) => changeView({ about })}
        {...(view.about === "mine" && {
          description: "The organisation, its lines, and the contracts, funds and boards that they lead to.",
        })}
      />
      {view.about === "mine" && (
        <Select
          label="My organisation"
          options={organisations.map((each) => ({ value: each.id, label: elementName(each) }))}
          value={own?.id}
          placeholder="Choose it from the map"
          onChange={setMyOrganisation}
        />
      )}
      <Select
        label="Rule"
        options={[
          { value: ANY, label: "Any rule" },
          ...rules.map(({ id, title }) => ({ value: id, label: title })),
          ...(isRuleListed || view.rule === undefined ? [] : [{ value: view.rule, label: view.rule }]),
        ]}
        value={view.rule ?? ANY}
        onChange={(rule) => changeView({ rule: rule === ANY ? undefined : rule })}
      />
      <Select
        label="What stands behind it"
        options={[
          { value: ANY, label: "Anything" },
          ...BASES.map((value) => ({ value, label: basisWord(value) })),
        ]}
        value={view.basis ?? ANY}
        onChange={(basis) => changeView({ basis: BASES.find((each) => each === basis) })}
      />
      <Select
        label="Accepted by the room"
        options={STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] }))}
        value={view.standing}
        onChange={(standing) => changeView({ standing })}
      />
    </div>
  );
}
