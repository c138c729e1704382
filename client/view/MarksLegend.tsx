import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { MapMarks } from "../../shared/view/Mark.ts";
import { GREATEST_RADIUS, type MapSizes } from "../../shared/view/sizeMarks.ts";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { useSwitchByRoom } from "../ui/useSwitchByRoom.ts";
import styles from "./MarksLegend.module.css";
import { COLOUR_WORDS, SIZE_WORDS } from "./markWords.ts";
import tones from "./tones.module.css";
import { useColourMarks, useSizeMarks } from "./useMarks.ts";
import { markBy, useViewStore } from "./viewStore.ts";

const ROWS_IN_ONE_COLUMN = 5;

/** What the colours and circles on the map stand for. */
export function MarksLegend() {
  const colourBy = useViewStore((state) => state.colourBy);
  const sizeBy = useViewStore((state) => state.sizeBy);
  const colours = useColourMarks();
  const sizes = useSizeMarks();
  return (
    <>
      {colourBy !== undefined && colours !== undefined && (
        <Part title={`Colour: ${COLOUR_WORDS[colourBy]}`} onEnd={() => markBy({ colourBy: undefined })}>
          <ColourRows legend={colours.legend} />
        </Part>
      )}
      {sizeBy !== undefined && sizes !== undefined && (
        <Part title={`Circle: ${SIZE_WORDS[sizeBy]}`} onEnd={() => markBy({ sizeBy: undefined })}>
          <SizeRows greatest={sizes.greatest} />
        </Part>
      )}
    </>
  );
}

function Part({
  title,
  onEnd,
  children,
}: {
  readonly title: string;
  readonly onEnd: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [isFolded, setFolded] = useSwitchByRoom(NARROW_WINDOW);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton
          label={isFolded ? "Show what it stands for" : "Fold this away"}
          size="small"
          onPress={() => setFolded(!isFolded)}
        >
          {isFolded ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
        </IconButton>
        <IconButton label={`End ${title}`} size="small" onPress={onEnd}>
          <X aria-hidden />
        </IconButton>
      </div>
      {!isFolded && children}
    </section>
  );
}

function ColourRows({ legend }: Pick<MapMarks, "legend">) {
  if (legend.length === 0) return <p className={styles.none}>Nothing on this map has it.</p>;
  return (
    <ul className={styles.rows} data-long={legend.length > ROWS_IN_ONE_COLUMN ? "" : undefined}>
      {legend.map(({ key, words, tone, count }) => (
        <li key={key} className={styles.row}>
          <span className={classNames(styles.dot, tones[tone], tone === "none" && styles.open)} aria-hidden />
          <span className={styles.words}>{words}</span>
          <span className={styles.count}>{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** The largest circle and one of a quarter of its area, drawn at a quarter of their size on the map. */
function SizeRows({ greatest }: Pick<MapSizes, "greatest">) {
  if (greatest === undefined) return <p className={styles.none}>Nothing on this map states it.</p>;
  const circle = (radius: number) => (
    <span
      className={styles.circle}
      style={{ width: `${radius / 2}px`, height: `${radius / 2}px` }}
      aria-hidden
    />
  );
  return (
    <ul className={styles.rows}>
      <li className={styles.row}>
        {circle(GREATEST_RADIUS)}
        <span className={styles.words}>{greatest.words}, the most</span>
      </li>
      <li className={styles.row}>
        {circle(GREATEST_RADIUS / 2)}
        <span className={styles.words}>{greatest.quarterWords}</span>
      </li>
    </ul>
  );
}
