import styles from "./FilterPanel.module.css";
import { look, useViewStore } from "./viewStore.ts";

const CHOICES = [
  { value: "dim", label: "Drawn faintly" },
  { value: "hide", label: "Hidden" },
] as const;

/** What becomes of what does not fit. */
export function OthersChoice() {
  const others = useViewStore((state) => state.others);
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>The others are</legend>
      {CHOICES.map(({ value, label }) => (
        <label key={value} className={styles.check}>
          <input
            type="radio"
            name="others"
            checked={others === value}
            onChange={() => look({ others: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
