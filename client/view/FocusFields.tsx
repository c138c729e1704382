import { elementNamer, focusWords } from "../../shared/view/filterWords.ts";
import { FOLLOWED, type Followed, MOST_STEPS } from "../../shared/view/neighbourhood.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";
import styles from "./FilterPanel.module.css";
import { look, useViewStore } from "./viewStore.ts";

const FOLLOWED_WORDS: Readonly<Record<Followed, string>> = {
  all: "All connections",
  money: "Money",
  contracts: "Contracts",
  ownership: "Ownership",
  governance: "Governance",
};
const STEPS = Array.from({ length: MOST_STEPS }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? "1 step" : `${index + 1} steps`,
}));

/** How far the focus goes, and along what; how to begin one where there is none. */
export function FocusFields() {
  const focus = useViewStore((state) => state.focus);
  const { elementById } = useSnapshot();
  if (focus === undefined)
    return (
      <p className={styles.focusWords}>
        To see only what is near a card, select it and press Shift+F, or open its menu.
      </p>
    );
  return (
    <fieldset className={styles.focus} aria-label="Focus">
      <div className={styles.focusHead}>
        <span className={styles.focusWords}>Only {focusWords(focus, elementNamer(elementById))}</span>
        <Button size="small" onPress={() => look({ focus: undefined })}>
          End focus
        </Button>
      </div>
      <div className={styles.range}>
        <Select
          label="Within"
          options={STEPS}
          value={String(focus.steps)}
          onChange={(steps) => look({ focus: { ...focus, steps: Number(steps) } })}
        />
        <Select
          label="Along"
          options={FOLLOWED.map((value) => ({ value, label: FOLLOWED_WORDS[value] }))}
          value={focus.follow}
          onChange={(follow) => look({ focus: { ...focus, follow } })}
        />
      </div>
    </fieldset>
  );
}
