import type { Severity } from "../../shared/model/systemMap.ts";
import styles from "./SeverityShape.module.css";

/**
 * The shape that stands for a severity, with a short text inside: octagon must fix, triangle should fix, ring worth a look.
 * Hidden from screen readers: the words stand beside it.
 */
export function SeverityShape({ severity, text }: { readonly severity: Severity; readonly text: string }) {
  return (
    <svg
      className={styles.shape}
      data-severity={severity}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <Outline severity={severity} />
      <text
        x="10"
        y={baselineOf(severity, text)}
        textAnchor="middle"
        className={styles.text}
        data-letters={text.length}
      >
        {text}
      </text>
    </svg>
  );
}

/** Smaller letters stand lower in a triangle, where it is wide. */
function baselineOf(severity: Severity, text: string): number {
  if (severity === "warning") return text.length > 1 ? 16.6 : 16;
  return text.length > 2 ? 13 : 14;
}

/** The sign inside the shape where there is nothing to count. */
export function severitySign(severity: Severity): string {
  return severity === "info" ? "i" : "!";
}

function Outline({ severity }: { readonly severity: Severity }) {
  switch (severity) {
    case "error":
      return <path className={styles.outline} d="M6 .5h8L19.5 6v8L14 19.5H6L.5 14V6z" />;
    case "warning":
      return <path className={styles.outline} d="M10 1 19.6 18.5H.4z" />;
    case "info":
      return <circle className={styles.ring} cx="10" cy="10" r="8.75" />;
  }
}
