import { ChevronDown, ChevronRight, Ellipsis } from "lucide-react";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { kindWords } from "../../shared/model/words.ts";
import type { OutlineRow } from "../../shared/outline/Outline.ts";
import { sectionTitle } from "../../shared/outline/outlineOrder.ts";
import { badgeWords } from "../canvas/badgeWords.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { classNames } from "../ui/classNames.ts";
import { FindingMarks } from "./FindingMarks.tsx";
import styles from "./OutlineView.module.css";
import { setCurrent, setMenu } from "./outlineStore.ts";
import { RenameField } from "./RenameField.tsx";
import { isStated, keyFigure, leadWords } from "./rowSentence.ts";
import { openBranch, type ShownOutline } from "./useOutline.ts";

export interface OutlineRowProps {
  readonly row: OutlineRow;
  readonly index: number;
  readonly topPx: number | undefined;
  readonly shown: ShownOutline;
  readonly canEdit: boolean;
  readonly badges: Badges | undefined;
  readonly viaBadges: Badges | undefined;
  readonly isCurrent: boolean;
  readonly isRenaming: boolean;
  readonly measure: (node: HTMLElement | null) => void;
  readonly wantFocus: () => void;
}

/** One row of the outline: a heading, or a sentence about an element. */
export function OutlineRowView(props: OutlineRowProps) {
  const { row, index, topPx, shown, isCurrent, measure, wantFocus } = props;
  const { node, level, hasChildren, isExpanded } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys.
    <div
      ref={measure}
      data-index={index}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={hasChildren ? isExpanded : undefined}
      aria-selected={isCurrent}
      aria-label={rowInWords(props)}
      tabIndex={isCurrent ? 0 : -1}
      data-current={isCurrent ? "" : undefined}
      data-row-key={node.key}
      className={classNames(styles.row, node.element === undefined && styles.section)}
      style={{
        paddingInlineStart: `calc(${level - 1} * var(--indent) + 6px)`,
        ...(topPx !== undefined && { position: "absolute", transform: `translateY(${topPx}px)` }),
      }}
      onClick={() => {
        setCurrent(node.key);
        wantFocus();
      }}
      onContextMenu={(event) => {
        if (node.element === undefined) return;
        event.preventDefault();
        setCurrent(node.key);
        setMenu(node.key);
      }}
    >
      <span
        aria-hidden
        className={styles.toggle}
        onClick={() => hasChildren && openBranch(shown, node.key, !isExpanded)}
      >
        {hasChildren && (isExpanded ? <ChevronDown /> : <ChevronRight />)}
      </span>
      {node.element === undefined ? <span>{sectionTitle(node.section)}</span> : <Sentence {...props} />}
    </div>
  );
}

function Sentence({
  row,
  shown,
  canEdit,
  badges,
  viaBadges,
  isCurrent,
  isRenaming,
  wantFocus,
}: OutlineRowProps) {
  const { node } = row;
  const { element } = node;
  if (element === undefined) return null;
  const lead = leadWords(node);
  const figure = keyFigure(element);
  const elsewhere = elsewhereWords(row, shown);
  return (
    <>
      <span className={styles.words}>
        {lead !== undefined && <span className={styles.lead}>{lead} </span>}
        {isRenaming && canEdit ? (
          <RenameField element={element} wantFocus={wantFocus} />
        ) : (
          <bdi className={classNames(styles.name, node.isNamedOnly && styles.namedOnly)}>
            {elementName(element)}
          </bdi>
        )}
        <span className={styles.kind}>{kindWords(element)}</span>
        {figure !== undefined && !node.isNamedOnly && (
          <span className={isStated(element) ? styles.figure : styles.kind}>{figure}</span>
        )}
        {elsewhere !== undefined && <span className={styles.elsewhere}>{elsewhere}</span>}
      </span>
      {viaBadges !== undefined && <FindingMarks badges={viaBadges} />}
      {badges !== undefined && !node.isNamedOnly && <FindingMarks badges={badges} />}
      {isCurrent && !isRenaming && (
        <button
          type="button"
          className={styles.more}
          tabIndex={0}
          aria-label={`What can be done with ${elementName(element)}`}
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation();
            setMenu(node.key);
          }}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Ellipsis aria-hidden />
        </button>
      )}
    </>
  );
}

function elsewhereWords({ node }: OutlineRow, { outline }: ShownOutline): string | undefined {
  if (node.element === undefined || node.isNamedOnly) return undefined;
  const others = outline.placesOf(node.element.id) - 1;
  if (others < 1 || node.via === undefined) return undefined;
  return others === 1 ? "also in 1 other branch" : `also in ${others} other branches`;
}

function rowInWords({ row, shown, badges, viaBadges }: OutlineRowProps): string {
  const { node } = row;
  const { element } = node;
  if (element === undefined) return sectionTitle(node.section);
  const parts = [
    [leadWords(node), elementName(element)].filter((part) => part !== undefined).join(" "),
    kindWords(element),
    node.isNamedOnly ? undefined : keyFigure(element),
    elsewhereWords(row, shown),
    badges === undefined || node.isNamedOnly ? undefined : badgeWords(badges),
    viaBadges === undefined ? undefined : `the connection: ${badgeWords(viaBadges)}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
