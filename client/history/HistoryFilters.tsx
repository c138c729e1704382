import { ListFilter } from "lucide-react";
import { useMemo } from "react";
import { Button } from "../ui/Button.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { Select } from "../ui/Select.tsx";
import { peopleOf, personKey } from "./dayGroups.ts";
import styles from "./HistoryPanel.module.css";
import { changeHistoryView, showWholeHistory, useHistoryView } from "./historyViewStore.ts";
import { personDetail, personName } from "./momentWords.ts";
import type { Timeline } from "./timeline.ts";

const EVERYBODY = "everybody";

/** Whose changes are listed, and about what. What is left out is said beside it. */
export function HistoryFilters({ timeline }: { readonly timeline: Timeline }) {
  const { person, isAboutSelection } = useHistoryView();
  const people = useMemo(() => peopleOf(timeline), [timeline]);
  const options = people.map((each) => {
    const detail = personDetail(each);
    return {
      value: personKey(each),
      label: detail === "" ? personName(each) : `${personName(each)} (${detail})`,
    };
  });
  const chosen = options.find(({ value }) => value === person);
  const words = [
    ...(chosen === undefined ? [] : [`by ${chosen.label}`]),
    ...(isAboutSelection ? ["about what is chosen on the map"] : []),
  ];
  return (
    <>
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
            value={chosen?.value ?? EVERYBODY}
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
      <div className={styles.narrowed} role="status">
        {words.length > 0 && (
          <>
            <span>Only changes {words.join(" and ")}</span>
            <Button size="small" variant="outline" onPress={showWholeHistory}>
              Show all
            </Button>
          </>
        )}
      </div>
    </>
  );
}
