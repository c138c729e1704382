import { useEffect, useState } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import type { AnyRule } from "../../shared/rules/rule.ts";
import styles from "./FindingCard.module.css";
import { basisWord } from "./findingWords.ts";

/** Why a finding matters and what says so: the rule, what it rests on, and its sources, as they are cited. */
export function FindingDetails({ finding }: { readonly finding: CheckedFinding }) {
  const [isOpen, setOpen] = useState(false);
  const rule = useRule(finding.rule, isOpen);
  return (
    <details
      className={styles.why}
      data-not-for-showing
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Why it matters, and the source</summary>
      <p>{finding.why}</p>
      {rule !== undefined && <p>The rule: {rule.summary}</p>}
      <p>Basis: {basisWord(finding.basis)}</p>
      {finding.sources.length > 0 && <p>Source: {finding.sources.join("; ")}</p>}
    </details>
  );
}

/** The rule with this id, once it is asked for; undefined for what the engine itself reports. */
function useRule(id: string, isWanted: boolean): AnyRule | undefined {
  const [rule, setRule] = useState<AnyRule>();
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    import("../../shared/rules/registry.ts").then(
      ({ RULES }) => {
        if (!isGone) setRule(RULES.find((each) => each.id === id));
      },
      // The network went: what the finding itself says is there all the same.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [id, isWanted]);
  return rule;
}
