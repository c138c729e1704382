import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { longDate } from "../../shared/drawing/dateWords.ts";
import { rulesWord } from "../findings/findingWords.ts";
import { RulesAndDate } from "../findings/RulesAndDate.tsx";
import { useCanEdit, useOfSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import styles from "./MapDetails.module.css";

/** Under which law the map stands and which day it shows: said in the bar, changed in a popover. */
export function MapDetails() {
  const regime = useOfSnapshot(({ map }) => map.regime);
  const asOf = useOfSnapshot(({ map }) => map.asOf);
  const canEdit = useCanEdit();
  const [isOpen, setOpen] = useState(false);
  const summary = `${rulesWord(regime)} · ${asOf === undefined ? "no date stated" : `as of ${longDate(asOf)}`}`;
  if (!canEdit) return <p className={styles.summary}>{summary}</p>;
  return (
    <PopoverButton
      title="Map details"
      widthPx={320}
      placement="bottom start"
      isOpen={isOpen}
      onOpenChange={setOpen}
      button={
        <Button variant="quiet" size="small" className={styles.button} aria-label={`Map details: ${summary}`}>
          {summary}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <RulesAndDate onLeave={() => setOpen(false)} />
    </PopoverButton>
  );
}
