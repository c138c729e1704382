import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { longDate } from "../../shared/drawing/dateWords.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import styles from "./FindingsPanel.module.css";
import { openFindingDialog } from "./findingDialogs.ts";
import { rulesWord } from "./findingWords.ts";
import { RulesAndDate } from "./RulesAndDate.tsx";

/** Which rules the map is checked by and for which day: said in the head of the panel, changed in a popover. */
export function RulesInForce() {
  const { map } = useSnapshot();
  const [isOpen, setOpen] = useState(false);
  return (
    <PopoverButton
      title="Rules in force"
      widthPx={300}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      button={
        <Button size="small" className={styles.rules}>
          {rulesInForce(map)}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <RulesAndDate onLeave={() => setOpen(false)} />
      <Button
        size="small"
        className={styles.allRules}
        onPress={() => {
          setOpen(false);
          openFindingDialog({ kind: "rules", rule: undefined });
        }}
      >
        Rules on this map…
      </Button>
    </PopoverButton>
  );
}

function rulesInForce({ regime, asOf }: SystemMap): string {
  const day = asOf === undefined ? "no date stated" : `as of ${longDate(asOf)}`;
  return `${rulesWord(regime)}, ${day}`;
}
