import { Filter, Waypoints, X } from "lucide-react";
import type { ReactNode } from "react";
import { elementNamer, filterWords, focusWords } from "../../shared/view/filterWords.ts";
import { isFiltering, NO_FILTER } from "../../shared/view/MapFilter.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import styles from "./FilterChips.module.css";
import { useNarrowedStore } from "./narrowedStore.ts";
import { fate } from "./useEmphasis.ts";
import { clearNarrowing, isNarrowed, look, revealInView, useViewStore } from "./viewStore.ts";

/** Says on the map itself what of it is left out, and how to have it back. */
export function FilterChips() {
  const isOn = useViewStore(isNarrowed);
  return (
    <section className={styles.row} aria-label="What is left out" hidden={!isOn}>
      {isOn && <Chips />}
    </section>
  );
}

function Chips() {
  const { elementById } = useSnapshot();
  const filter = useViewStore((state) => state.filter);
  const focus = useViewStore((state) => state.focus);
  const nameOf = elementNamer(elementById);
  return (
    <>
      {focus !== undefined && (
        <Chip
          icon={<Waypoints aria-hidden />}
          label="Focus"
          words={focusWords(focus, nameOf)}
          onRemove={() => look({ focus: undefined })}
        />
      )}
      {isFiltering(filter) && (
        <Chip
          icon={<Filter aria-hidden />}
          label="Filter"
          words={filterWords(filter, nameOf).join(" · ")}
          onRemove={() => look({ filter: NO_FILTER })}
        />
      )}
      <Left />
      <Button size="small" onPress={clearNarrowing}>
        Clear
      </Button>
    </>
  );
}

function Chip({
  icon,
  label,
  words,
  onRemove,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly words: string;
  readonly onRemove: () => void;
}) {
  return (
    <span className={styles.chip}>
      {icon}
      <span className={styles.words}>
        <strong>{label}:</strong> {words}
      </span>
      <IconButton label={`End ${label.toLowerCase()}`} size="small" onPress={onRemove}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}

/** How many are left, and how many have come that are not. */
function Left() {
  const narrowed = useNarrowedStore((state) => state.narrowed);
  const others = useViewStore((state) => state.others);
  if (narrowed === undefined) return null;
  const { shownCards, allCards, addedOutside } = narrowed;
  const more = addedOutside.length;
  return (
    <>
      <span className={styles.count}>
        {shownCards} of {allCards} {others === "hide" ? "shown" : "stand out"}
      </span>
      {more > 0 && (
        <span className={styles.count}>
          {more} more {more === 1 ? "was" : "were"} added and {fate(more, others)}
          <Button size="small" variant="outline" onPress={() => revealInView(addedOutside)}>
            Show
          </Button>
        </span>
      )}
    </>
  );
}
