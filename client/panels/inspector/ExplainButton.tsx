import { CircleQuestionMark } from "lucide-react";
import { explainAll, useFieldHelpStore } from "./fieldHelpStore.ts";
import styles from "./Inspector.module.css";

/** Explains every field, or none. */
export function ExplainButton() {
  const explainsAll = useFieldHelpStore((state) => state.explainsAll);
  return (
    <button
      type="button"
      className={styles.explain}
      aria-pressed={explainsAll}
      title="Say under every field what it means. For one field: F1"
      onClick={() => explainAll(!explainsAll)}
    >
      <CircleQuestionMark aria-hidden />
      Explain
    </button>
  );
}
