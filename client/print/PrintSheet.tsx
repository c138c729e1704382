import { createPortal } from "react-dom";
import { drawMap } from "../../shared/drawing/drawMap.ts";
import type { Picture } from "../../shared/drawing/picture.ts";
import { returnedDecisions } from "../../shared/rules/returnedDecisions.ts";
import { ShapeView } from "../canvas/ShapeView.tsx";
import { useShownFindings } from "../findings/useShownFindings.ts";
import { useViewMode } from "../shell/viewMode.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import styles from "./PrintSheet.module.css";
import { useIsPrinting } from "./useIsPrinting.ts";

/**
 * What the browser prints instead of the page: the whole map on one sheet, with title, marking, legend and the findings that this
 * person sees. It is drawn when printing begins and gone when it ends.
 */
export function PrintSheet() {
  const isPrinting = useIsPrinting();
  const isDrawn = useViewMode(({ mode }) => mode === "map");
  return isPrinting && isDrawn ? createPortal(<Sheet />, document.body) : null;
}

function Sheet() {
  const snapshot = useSnapshot();
  const findings = useShownFindings();
  const picture = drawMap(snapshot.map, {
    date: new Date().toISOString().slice(0, 10),
    findings,
    returned: returnedDecisions(snapshot),
  });
  const isTall = picture.box.height > picture.box.width;
  return (
    <div className={styles.sheet} data-shape={isTall ? "tall" : "wide"}>
      <PictureView picture={picture} />
    </div>
  );
}

function PictureView({ picture: { title, box, groups } }: { readonly picture: Picture }) {
  return (
    <svg
      className={styles.picture}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      preserveAspectRatio="xMidYMin meet"
      role="img"
      aria-label={title}
    >
      {groups.map(({ x, y, scale = 1, shapes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once and thrown away
        <g key={index} transform={`translate(${x} ${y}) scale(${scale})`}>
          <ShapeView shapes={shapes} />
        </g>
      ))}
    </svg>
  );
}
