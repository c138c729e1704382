import { ChevronDown } from "lucide-react";
import { type CSSProperties, useId, useMemo } from "react";
import { badgeKindsOf, findingBadges } from "../../shared/drawing/findingBadges.ts";
import { type LegendEntry, legendEntries } from "../../shared/drawing/legend.ts";
import { moneyScale } from "../../shared/drawing/moneyScale.ts";
import type { Shape } from "../../shared/drawing/shapes.ts";
import { moneySwatch, SWATCH_HEIGHT, SWATCH_WIDTH } from "../../shared/drawing/swatches.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { isElementShown, shownRelations } from "../canvas/layers.ts";
import { ShapeView } from "../canvas/ShapeView.tsx";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./Legend.module.css";

/** With their headings. */
const ROWS_IN_ONE_COLUMN = 7;
const MOST_COLUMNS = 4;

/** What the shapes, lines and marks on this map mean, in the words of the exports; only what is shown. */
export function LegendPanel({ onFold }: { readonly onFold: () => void }) {
  const titleId = useId();
  const { entries, money } = useLegend();
  const of = (...about: readonly LegendEntry["about"][]) =>
    entries.filter((entry) => about.includes(entry.about));
  const parts: readonly PartProps[] = [
    { title: "Cards", rows: of("card") },
    { title: "Lines", rows: of("line", "proposal") },
    {
      title: "How thick money is",
      rows: money.map(({ strokeWidth, text }) => ({ text, swatch: moneySwatch(strokeWidth) })),
    },
    { title: "Marks", rows: of("finding") },
  ];
  return (
    <div className={styles.panel} style={{ "--columns": columnsFor(parts) } as CSSProperties}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          Legend
        </h2>
        <IconButton label="Fold the legend away" size="small" tooltipPlacement="top" onPress={onFold}>
          <ChevronDown aria-hidden />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach */}
      <section className={styles.body} tabIndex={0} aria-labelledby={titleId}>
        {entries.length === 0 && <p className={styles.nothing}>Nothing is on the map yet.</p>}
        <div className={styles.columns}>
          {parts.map((part) => (
            <Part key={part.title} {...part} />
          ))}
        </div>
      </section>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly { readonly swatch: readonly Shape[]; readonly text: string }[];
}

/** So many that the legend stays low: what it covers of the map is at the foot. */
function columnsFor(parts: readonly PartProps[]): number {
  const shown = parts.filter(({ rows }) => rows.length > 0);
  const lines = shown.reduce((sum, { rows }) => sum + 1 + rows.length, 0);
  return Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(lines / ROWS_IN_ONE_COLUMN)));
}

function Part({ title, rows }: PartProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <ul className={styles.rows} aria-labelledby={id}>
        {rows.map(({ swatch, text }) => (
          <li key={text} className={styles.row}>
            <svg
              width={SWATCH_WIDTH}
              height={SWATCH_HEIGHT}
              className={classNames(styles.swatch)}
              aria-hidden="true"
            >
              <ShapeView shapes={swatch} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useLegend() {
  const { map } = useSnapshot();
  const findings = useShownFindings();
  const layers = useCanvasStore((state) => state.layers);
  return useMemo(() => {
    const elementById = new Map(map.elements.map((element) => [element.id, element]));
    const elements = map.elements.filter((element) => isElementShown(element, layers));
    const relations = shownRelations(map.relations, elementById, layers);
    const badges = badgeKindsOf(findingBadges(findings));
    return { entries: legendEntries({ elements, relations }, badges), money: moneyScale(relations) };
  }, [map, findings, layers]);
}
