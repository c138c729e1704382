import { useStore } from "@xyflow/react";
import { memo } from "react";
import type { Point } from "../../shared/model/field.ts";
import type { Person } from "../sync/MapSession.ts";
import { useOthers } from "../sync/sessionContext.tsx";
import styles from "./CursorLayer.module.css";

/** The others' pointers, each with a name and an organisation, at the same size however far the map is zoomed. */
export function CursorLayer() {
  const others = useOthers();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <div className={styles.layer} aria-hidden>
      {others.map((person) =>
        person.cursor === undefined ? null : (
          <Cursor
            key={person.clientId}
            {...labelOf(person)}
            colour={person.colour}
            x={person.cursor.x}
            y={person.cursor.y}
            zoom={zoom}
          />
        ),
      )}
    </div>
  );
}

interface CursorProps extends Point {
  readonly name: string;
  readonly organisation: string;
  readonly colour: string;
  readonly zoom: number;
}

const Cursor = memo(function Cursor({ name, organisation, colour, x, y, zoom }: CursorProps) {
  return (
    <div className={styles.cursor} style={{ transform: `translate(${x}px, ${y}px)` }}>
      <div className={styles.unscaled} style={{ transform: `scale(${1 / zoom})` }}>
        <svg width="18" height="20" viewBox="0 0 18 20" className={styles.arrow} aria-hidden>
          <path
            d="M1 1 L16 9 L9.5 10.5 L13 18 L10 19.2 L6.6 11.8 L1.5 16 Z"
            fill={colour}
            stroke="var(--on-person)"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
        </svg>
        <div className={styles.label} style={{ backgroundColor: colour }}>
          <span className={styles.name}>{name}</span>
          {organisation !== "" && <span>{organisation}</span>}
        </div>
      </div>
    </div>
  );
});

function labelOf({ name, organisation }: Person): { name: string; organisation: string } {
  return { name, organisation: organisation === name ? "" : organisation };
}
