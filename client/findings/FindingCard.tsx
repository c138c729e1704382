import { Ellipsis } from "lucide-react";
import { memo, useId } from "react";
import type { Decision } from "../../shared/model/systemMap.ts";
import type { CheckedFinding, Fix } from "../../shared/rules/finding.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { MenuButton } from "../ui/MenuButton.tsx";
import spoken from "../ui/spoken.module.css";
import { DecisionOnCard } from "./DecisionOnCard.tsx";
import styles from "./FindingCard.module.css";
import { FindingDetails } from "./FindingDetails.tsx";
import { FixButton } from "./FixButton.tsx";
import { setOtherwiseWords, severityWord } from "./findingWords.ts";
import { looksTheSame } from "./looksTheSame.ts";
import { SeverityShape, severitySign } from "./SeverityShape.tsx";
import type { FixActions } from "./useFix.ts";
import { placeOnList } from "./useFocusAfterLoss.ts";

/** What can be done on a card. Left out where this person may not. */
export interface CardActions {
  /** Shows the subjects on the canvas. */
  readonly show: (finding: CheckedFinding) => void;
  readonly edit?: FixActions & {
    readonly accept: (finding: CheckedFinding) => void;
    readonly withdraw: (finding: CheckedFinding, decision: Decision) => void;
  };
  /** Opens what the rule is set to on this map. */
  readonly setRule?: (finding: CheckedFinding) => void;
}

export interface FindingCardProps {
  readonly finding: CheckedFinding;
  /** What would mend it now. */
  readonly fixes: readonly Fix[];
  /** Whether the map shows what it is about now. */
  readonly isShown: boolean;
  /** What the room has decided about it: it is accepted by that, or has come back since. */
  readonly decision: Decision | undefined;
  /** An ISO 8601 date. */
  readonly today: string;
  readonly actions: CardActions;
}

/** A card is drawn anew only where it would look different: every check makes new findings, and there may be hundreds. */
export const FindingCard = memo(Card, (before, after) => {
  return (
    before.actions === after.actions &&
    before.decision === after.decision &&
    before.today === after.today &&
    before.isShown === after.isShown &&
    looksTheSame(before, after)
  );
});

/** One finding: what is wrong, where it happened before, and what can be done; why it matters and what says so is one press away. */
function Card({ finding, fixes, isShown, decision, today, actions }: FindingCardProps) {
  const titleId = useId();
  const isAccepted = finding.accepted === true;
  const { edit, setRule, show } = actions;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the title is the way for the keyboard; its press arrives here as a click.
    <article
      className={styles.card}
      data-severity={isAccepted ? "accepted" : finding.severity}
      data-shown={isShown ? "" : undefined}
      data-place={placeOnList(finding)}
      aria-labelledby={titleId}
      onClick={(event) => {
        if (isForShowing(event.target)) show(finding);
      }}
    >
      <CardHead finding={finding} titleId={titleId} isShown={isShown} setRule={setRule} />
      <p className={styles.message}>
        <Sentence text={finding.message} />
      </p>
      {finding.precedent !== undefined && <p className={styles.precedent}>Precedent: {finding.precedent}</p>}
      {finding.ownSeverity !== undefined && (
        <p className={styles.setOtherwise}>{setOtherwiseWords(finding.severity, finding.ownSeverity)}</p>
      )}
      {decision !== undefined && <DecisionOnCard decision={decision} isAccepted={isAccepted} today={today} />}
      <FindingDetails finding={finding} />
      {edit !== undefined && <CardButtons finding={finding} fixes={fixes} decision={decision} edit={edit} />}
    </article>
  );
}

/** The title is the button that shows the subjects. */
function CardHead({
  finding,
  titleId,
  isShown,
  setRule,
}: {
  readonly finding: CheckedFinding;
  readonly titleId: string;
  readonly isShown: boolean;
  readonly setRule: CardActions["setRule"];
}) {
  return (
    <div className={styles.head}>
      <SeverityShape severity={finding.severity} text={severitySign(finding.severity)} />
      <h4 className={styles.title}>
        <button
          id={titleId}
          type="button"
          className={styles.show}
          data-finding={finding.key}
          aria-current={isShown ? "true" : undefined}
          title="Show on the map"
        >
          <span className={spoken.only}>{severityWord(finding.severity)}: </span>
          {finding.title}
        </button>
      </h4>
      {setRule !== undefined && <CardMenu title={finding.title} onRuleSettings={() => setRule(finding)} />}
    </div>
  );
}

/** What can be done about the finding. */
function CardButtons({
  finding,
  fixes,
  decision,
  edit,
}: Pick<FindingCardProps, "finding" | "fixes" | "decision"> & {
  readonly edit: NonNullable<CardActions["edit"]>;
}) {
  const isAccepted = finding.accepted === true;
  return (
    <div className={styles.fixes} data-not-for-showing>
      {fixes.map((fix, index) => (
        <FixButton
          key={fix.id}
          label={fix.label}
          isFirst={index === 0}
          preview={() => edit.preview(finding, fix.id)}
          onApply={() => edit.apply(finding, fix.id)}
        />
      ))}
      {!isAccepted && (
        <Button size="small" variant="outline" onPress={() => edit.accept(finding)}>
          Accept…<span className={spoken.only}> {finding.title}</span>
        </Button>
      )}
      {isAccepted && decision !== undefined && (
        <Button size="small" variant="outline" onPress={() => edit.withdraw(finding, decision)}>
          Withdraw<span className={spoken.only}> the acceptance of {finding.title}</span>
        </Button>
      )}
    </div>
  );
}

function CardMenu({
  title,
  onRuleSettings,
}: {
  readonly title: string;
  readonly onRuleSettings: () => void;
}) {
  return (
    <div className={styles.menu} data-not-for-showing>
      <MenuButton
        label={`More about “${title}”`}
        button={
          <IconButton label={`More: ${title}`} size="small" tooltipPlacement="left">
            <Ellipsis aria-hidden />
          </IconButton>
        }
        entries={[
          {
            id: "rule",
            label: "Rule settings…",
            description: "Change how grave this rule is on this map, or switch it off",
            onAction: onRuleSettings,
          },
        ]}
      />
    </div>
  );
}

/** A click anywhere on the card shows the subjects, unless it is for something else on the card or ends a selection of text. */
function isForShowing(target: EventTarget): boolean {
  if (!(target instanceof Element) || target.closest("[data-not-for-showing]") !== null) return false;
  // What is rendered elsewhere on the page, such as a menu, clicks through the card in React’s eyes.
  if (target.closest("article") === null) return false;
  return target.closest("button") !== null || getSelection()?.isCollapsed !== false;
}
