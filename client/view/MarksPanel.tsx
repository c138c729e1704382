import type { ColourField, SizeField } from "../../shared/view/markFields.ts";
import { COLOUR_FIELDS, SIZE_FIELDS } from "../../shared/view/markFields.ts";
import { Select } from "../ui/Select.tsx";
import styles from "./FilterPanel.module.css";
import { COLOUR_WORDS, SIZE_WORDS } from "./markWords.ts";
import { markBy, useViewStore } from "./viewStore.ts";

const NOTHING = "nothing";

/** What cards are marked by: a colour beside each with its words, a circle behind each with its figure. */
export function MarksPanel() {
  const colourBy = useViewStore((state) => state.colourBy);
  const sizeBy = useViewStore((state) => state.sizeBy);
  return (
    <div className={styles.form}>
      <Select<ColourField | typeof NOTHING>
        label="Mark with a colour by"
        options={[
          { value: NOTHING, label: "Nothing" },
          ...COLOUR_FIELDS.map((value) => ({ value, label: COLOUR_WORDS[value] })),
        ]}
        value={colourBy ?? NOTHING}
        onChange={(value) => markBy({ colourBy: value === NOTHING ? undefined : value })}
      />
      <Select<SizeField | typeof NOTHING>
        label="Draw a circle as large as"
        options={[
          { value: NOTHING, label: "Nothing" },
          ...SIZE_FIELDS.map((value) => ({ value, label: SIZE_WORDS[value] })),
        ]}
        value={sizeBy ?? NOTHING}
        onChange={(value) => markBy({ sizeBy: value === NOTHING ? undefined : value })}
        description="Its area says how much. What is not stated has no circle."
      />
    </div>
  );
}
