import { encodeQR } from "qr";
import styles from "./Projector.module.css";

/** White around a QR code, in its own squares: what the standard asks for, so that phones find it. */
const quietSquares = 4;

/** A text as a QR code, to be scanned from the back of a room. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quietSquares });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className={styles.qr}
    >
      <rect width="100%" height="100%" className={styles.light} />
      <path d={pathOf(rows)} className={styles.dark} />
    </svg>
  );
}

/** One rectangle for each run of dark squares of a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = "";
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x++;
      path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
    }
  }
  return path;
}
