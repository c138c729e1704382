import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { longDate } from "../../shared/drawing/dateWords.ts";
import { isoDate } from "../../shared/model/field.ts";
import { REGIMES } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import { rulesWord } from "../findings/findingWords.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./MapDetails.module.css";

/** Under which law the map stands and which day it shows: said in the bar, changed in a popover. */
export function MapDetails() {
  const { map } = useSnapshot();
  const canEdit = useCanEdit();
  const summary = `${rulesWord(map.regime)} · ${map.asOf === undefined ? "no date stated" : `as of ${longDate(map.asOf)}`}`;
  if (!canEdit) return <p className={styles.summary}>{summary}</p>;
  return (
    <PopoverButton
      title="Map details"
      widthPx={320}
      placement="bottom start"
      button={
        <Button variant="quiet" size="small" className={styles.button} aria-label={`Map details: ${summary}`}>
          {summary}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <DetailsForm key={map.asOf} />
    </PopoverButton>
  );
}

function DetailsForm() {
  const session = useSession();
  const { map } = useSnapshot();
  const [date, setDate] = useState(map.asOf ?? "");
  const keepDate = () => {
    const next = date === "" ? undefined : date;
    if (next === map.asOf) return;
    if (next === undefined || isDate(next))
      session.perform("Change the date of the map", (editor) => editor.setMapField("asOf", next));
    else setDate(map.asOf ?? "");
  };
  return (
    <div className={styles.form}>
      <Select
        label="Rules that apply"
        options={REGIMES.map((regime) => ({ value: regime, label: wordFor(regime) }))}
        value={map.regime}
        onChange={(regime) =>
          session.perform("Change the rules that apply", (editor) => editor.setMapField("regime", regime))
        }
        description="What is checked depends on the Act that was in force."
      />
      <TextField
        label="As of"
        type="date"
        value={date}
        onChange={setDate}
        onBlur={keepDate}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Enter") keepDate();
        }}
        description="The day that the map shows. Empty: not stated."
      />
    </div>
  );
}

function isDate(text: string): boolean {
  return isoDate.check.safeParse(text).success;
}
