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

/** The shape of a card, small. */
export function PaletteIcon({ shape }: { readonly shape: PaletteShape }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden className={styles.icon}>
      {SHAPES[shape]}
    </svg>
  );
}
