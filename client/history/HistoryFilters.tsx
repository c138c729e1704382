import { ListFilter } from "lucide-react";
import { useMemo } from "react";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { Select } from "../ui/Select.tsx";
import { peopleOf, personKey } from "./dayGroups.ts";
import styles from "./HistoryPanel.module.css";
import { changeHistoryView, showWholeHistory, useHistoryView } from "./historyViewStore.ts";
import { personDetail, personName } from "./momentWords.ts";
import type { Timeline } from "./timeline.ts";

const EVERYBODY = "everybody";

/** Whose changes are listed, and about what. */
export function HistoryFilters({ timeline }: { readonly timeline: Timeline }) {
  const { person, isAboutSelection } = useHistoryView();
  const options = usePeople(timeline);
  return (
    <PopoverButton
      title="Filter the history"
      widthPx={280}
      placement="bottom end"
      button={
        <Button size="small" variant="quiet" className={styles.filter}>
          <ListFilter aria-hidden />
          Filter
        </Button>
      }
    >
      <div className={styles.form}>
        <Select
          label="Changes by"
          options={[{ value: EVERYBODY, label: "Everybody" }, ...options]}
          value={options.some(({ value }) => value === person) ? person : EVERYBODY}
          onChange={(value) => changeHistoryView({ person: value === EVERYBODY ? undefined : value })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={isAboutSelection}
            onChange={({ target }) => changeHistoryView({ isAboutSelection: target.checked })}
          />
          Only what concerns the selection
        </label>
      </div>
    </PopoverButton>
  );
}

/** Says what is left out of the list; nothing where nothing is. */
export function FilterNote({ timeline }: { readonly timeline: Timeline }) {
  const { person, isAboutSelection } = useHistoryView();
  const hasChosen = useCanvasStore(({ selection }) => selection.length > 0);
  const chosen = usePeople(timeline).find(({ value }) => value === person);
  const isNarrowed = person !== undefined || isAboutSelection;
  const words = [
    ...(person === undefined ? [] : [`by ${chosen?.label ?? "somebody who is not in the list"}`]),
    ...(isAboutSelection ? ["about what is chosen on the map"] : []),
  ];
  return (
    <div className={styles.narrowed} role="status">
      {isNarrowed && (
        <>
          <span>
            {isAboutSelection && !hasChosen
              ? "Nothing is chosen. Choose a card or a connection on the map to see who changed it."
              : `Only changes ${words.join(" and ")}`}
          </span>
          <Button size="small" variant="outline" onPress={showWholeHistory}>
            Show all
          </Button>
        </>
      )}
    </div>
  );
}

function usePeople(timeline: Timeline) {
  return useMemo(
    () =>
      peopleOf(timeline).map((each) => {
        const detail = personDetail(each);
        const name = personName(each);
        return { value: personKey(each), label: detail === "" ? name : `${name} (${detail})` };
      }),
    [timeline],
  );
}
