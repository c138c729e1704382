import type { Severity } from "../../shared/model/systemMap.ts";
import styles from "./SeverityShape.module.css";

const shortNumber = 2;

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
        y={severity === "warning" ? "16" : "14"}
        textAnchor="middle"
        className={text.length > shortNumber ? styles.long : styles.text}
      >
        {text}
      </text>
    </svg>
  );
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
