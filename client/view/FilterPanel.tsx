import { useMemo } from "react";
import { SEVERITIES } from "../../shared/model/systemMap.ts";
import { elementTypeWord, relationVerb, wordFor } from "../../shared/model/words.ts";
import { filterOptions } from "../../shared/view/filterOptions.ts";
import { elementNamer } from "../../shared/view/filterWords.ts";
import type { MapFilter } from "../../shared/view/MapFilter.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { Select } from "../ui/Select.tsx";
import { CheckList } from "./CheckList.tsx";
import styles from "./FilterPanel.module.css";
import { FocusFields } from "./FocusFields.tsx";
import { useNarrowedStore } from "./narrowedStore.ts";
import { OthersChoice } from "./OthersChoice.tsx";
import { ValueRange } from "./ValueRange.tsx";
import { clearNarrowing, isNarrowed, look, useViewStore } from "./viewStore.ts";

const ANY = "any";
const AGREEMENT = [
  { value: ANY, label: "Proposed or not" },
  { value: "proposed", label: "Only what is proposed" },
  { value: "agreed", label: "Only what is not proposed" },
] as const;
const STATED = [
  { value: ANY, label: "Stated or not" },
  { value: "stated", label: "Value is stated" },
  { value: "not-stated", label: "Value is not stated" },
] as const;

/** What of the map is asked for. Every choice holds at once, and at once. */
export function FilterPanel() {
  const { map, elementById } = useSnapshot();
  const filter = useViewStore((state) => state.filter);
  const options = useMemo(() => filterOptions(map), [map]);
  const change = (part: Partial<MapFilter>) => look({ filter: stated({ ...filter, ...part }) });
  const nameOf = elementNamer(elementById);
  return (
    <div className={classNames(styles.form, styles.tall)}>
      <Count />
      <OthersChoice />
      <FocusFields />
      <CheckList
        title="Type"
        options={options.types}
        wordOf={elementTypeWord}
        chosen={filter.types}
        onChange={(types) => change({ types })}
      />
      <CheckList
        title="Kind"
        options={options.kinds}
        wordOf={(kind) => wordFor(kind)}
        chosen={filter.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <CheckList
        title="Status of a contract"
        options={options.statuses}
        wordOf={(status) => wordFor(status, "status")}
        chosen={filter.statuses}
        onChange={(statuses) => change({ statuses })}
      />
      <CheckList
        title="Services"
        options={options.services}
        wordOf={(service) => wordFor(service, "services")}
        chosen={filter.services}
        onChange={(services) => change({ services })}
      />
      <CheckList
        title="Findings"
        options={SEVERITIES.map((value) => ({ value, count: undefined }))}
        wordOf={(severity) => wordFor(severity)}
        chosen={filter.findings}
        onChange={(findings) => change({ findings })}
      />
      <CheckList
        title="Place"
        options={options.places}
        wordOf={nameOf}
        chosen={filter.places}
        onChange={(places) => change({ places })}
      />
      <CheckList
        title="Connections"
        options={options.relations}
        wordOf={relationVerb}
        chosen={filter.relations}
        onChange={(relations) => change({ relations })}
      />
      <ValueRange filter={filter} onChange={change} />
      <Select
        label="Annual value"
        options={STATED}
        value={filter.valueStated ?? ANY}
        onChange={(value) => change({ valueStated: value === ANY ? undefined : value } as Partial<MapFilter>)}
      />
      <Select
        label="Agreement"
        options={AGREEMENT}
        value={filter.agreement ?? ANY}
        onChange={(value) => change({ agreement: value === ANY ? undefined : value } as Partial<MapFilter>)}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.withNeighbours === true}
          onChange={(event) =>
            change({ withNeighbours: event.target.checked ? true : undefined } as Partial<MapFilter>)
          }
        />
        Also what these are joined to
      </label>
    </div>
  );
}

function Count() {
  const narrowed = useNarrowedStore((state) => state.narrowed);
  const isOn = useViewStore(isNarrowed);
  return (
    <div className={styles.count}>
      <span role="status">
        {narrowed === undefined
          ? "Everything is shown."
          : `${narrowed.shownCards} of ${narrowed.allCards} cards fit.`}
      </span>
      <Button size="small" isDisabled={!isOn} onPress={clearNarrowing}>
        Clear
      </Button>
    </div>
  );
}

/** Without what is not asked for. */
function stated(filter: MapFilter): MapFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
