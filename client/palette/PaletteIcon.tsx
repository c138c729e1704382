import type { ReactNode } from "react";
import styles from "./PaletteIcon.module.css";
import type { PaletteShape } from "./paletteItems.ts";

const SHAPES: Readonly<Record<PaletteShape, ReactNode>> = {
  square: (
    <>
      <rect x="2" y="3" width="16" height="14" className={styles.commissioner} />
      <rect x="2" y="3" width="16" height="5" className={styles.commissionerBand} />
    </>
  ),
  plain: <rect x="2" y="3" width="16" height="14" rx="1" className={styles.plain} />,
  rounded: <rect x="2" y="3" width="16" height="14" rx="5" className={styles.provider} />,
  "cut-corners": <path d="M6 3H14L18 7V13L14 17H6L2 13V7Z" className={styles.vehicle} />,
  document: (
    <>
      <path d="M4 2H12L16 6V18H4Z" className={styles.contract} />
      <path d="M12 2V6H16" className={styles.contract} />
    </>
  ),
  cylinder: (
    <>
      <path d="M3 5V15C3 16.7 6.1 18 10 18S17 16.7 17 15V5" className={styles.fund} />
      <ellipse cx="10" cy="5" rx="7" ry="3" className={styles.fundTop} />
    </>
  ),
  arrow: <path d="M2 8H11V4L18 10L11 16V12H2Z" className={styles.money} />,
  hexagon: <path d="M6 3H14L19 10L14 17H6L1 10Z" className={styles.forum} />,
  frame: <rect x="2" y="3" width="16" height="14" rx="1" className={styles.place} />,
  sticky: <path d="M3 3H17V13L13 17H3Z" className={styles.note} />,
};

/** The shapes that stand in the list more than once, wide enough for letters inside. */
const WIDE_SHAPES: Readonly<Partial<Record<PaletteShape, ReactNode>>> = {
  square: (
    <>
      <rect x="1" y="1" width="34" height="20" className={styles.commissioner} />
      <rect x="1" y="1" width="34" height="4" className={styles.commissionerBand} />
    </>
  ),
  rounded: <rect x="1" y="1" width="34" height="20" rx="6" className={styles.provider} />,
  "cut-corners": <path d="M6 1H30L35 6V16L30 21H6L1 16V6Z" className={styles.vehicle} />,
  document: (
    <>
      <path d="M4 1H27L32 6V21H4Z" className={styles.contract} />
      <path d="M27 1V6H32" className={styles.contract} />
    </>
  ),
};

/** The shape of a card, small; with `initials`, where there is no room for a name beside it. */
export function PaletteIcon({
  shape,
  initials,
}: {
  readonly shape: PaletteShape;
  readonly initials: string | undefined;
}) {
  const wide = initials === undefined ? undefined : WIDE_SHAPES[shape];
  if (wide === undefined)
    return (
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className={styles.icon}>
        {SHAPES[shape]}
      </svg>
    );
  return (
    <svg width="36" height="22" viewBox="0 0 36 22" aria-hidden className={styles.icon}>
      {wide}
      <text x="18" y={shape === "square" ? 17 : 14.5} textAnchor="middle" className={styles.initials}>
        {initials}
      </text>
    </svg>
  );
}
