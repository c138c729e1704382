import { ChevronDown, ChevronUp, ListFilter } from "lucide-react";
import { nextFinding } from "../actions/nextFinding.ts";
import { previousFinding } from "../actions/previousFinding.ts";
import { shortcutText } from "../actions/shortcut.ts";
import { isMac } from "../canvas/platform.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { FindingsFilter, type FindingsFilterProps } from "./FindingsFilter.tsx";
import styles from "./FindingsToolbar.module.css";
import { askForStep, showAllFindings } from "./findingsViewStore.ts";

export interface FindingsToolbarProps extends FindingsFilterProps {
  /** Place of the shown finding among those that can be stepped through, from 1; 0: none of them is shown. */
  readonly place: number;
  readonly count: number;
  /** What the list leaves out, in words; undefined where it leaves nothing out. */
  readonly narrowedWords: string | undefined;
}

/** Steps through the findings, and what of them is shown and in which order. */
export function FindingsToolbar({ place, count, narrowedWords, ...filter }: FindingsToolbarProps) {
  return (
    <>
      <div className={styles.bar}>
        <IconButton
          label={previousFinding.label}
          shortcut={shortcutText(previousFinding.shortcuts[0] ?? "", isMac())}
          size="small"
          isDisabled={count === 0}
          onPress={() => askForStep(-1)}
        >
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton
          label={nextFinding.label}
          shortcut={shortcutText(nextFinding.shortcuts[0] ?? "", isMac())}
          size="small"
          isDisabled={count === 0}
          onPress={() => askForStep(1)}
        >
          <ChevronDown aria-hidden />
        </IconButton>
        <span className={styles.place}>{place > 0 && `${place} of ${count}`}</span>
        <PopoverButton
          title="Filter and group"
          widthPx={280}
          placement="bottom end"
          button={
            <Button size="small" variant="quiet" className={styles.filter}>
              <ListFilter aria-hidden />
              Filter and group
            </Button>
          }
        >
          <FindingsFilter {...filter} />
        </PopoverButton>
      </div>
      <div className={styles.narrowed} role="status">
        {narrowedWords !== undefined && (
          <>
            <span>{narrowedWords}</span>
            <Button size="small" variant="outline" onPress={showAllFindings}>
              Show all
            </Button>
          </>
        )}
      </div>
    </>
  );
}
