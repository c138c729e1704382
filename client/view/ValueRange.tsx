import { type KeyboardEvent, useState } from "react";
import { formatMoney, parseMoney } from "../../shared/model/money.ts";
import type { MapFilter } from "../../shared/view/MapFilter.ts";
import { TextField } from "../ui/TextField.tsx";
import styles from "./FilterPanel.module.css";

type Bound = "leastAnnualPounds" | "mostAnnualPounds";

export interface ValueRangeProps {
  readonly filter: MapFilter;
  readonly onChange: (part: Partial<MapFilter>) => void;
}

/** The least and the greatest annual value that is asked for, typed as people write sums. */
export function ValueRange({ filter, onChange }: ValueRangeProps) {
  const field = (bound: Bound, label: string) => (
    <SumField
      key={`${bound} ${filter[bound]}`}
      label={label}
      pounds={filter[bound]}
      onChange={(pounds) => onChange({ [bound]: pounds } as Partial<MapFilter>)}
    />
  );
  return (
    <div className={styles.range}>
      {field("leastAnnualPounds", "Annual value from")}
      {field("mostAnnualPounds", "to")}
    </div>
  );
}

interface SumFieldProps {
  readonly label: string;
  readonly pounds: number | undefined;
  readonly onChange: (pounds: number | undefined) => void;
}

function SumField({ label, pounds, onChange }: SumFieldProps) {
  const [text, setText] = useState(pounds === undefined ? "" : formatMoney(pounds));
  const parsed = text.trim() === "" ? undefined : parseMoney(text);
  const isWrong = parsed === null || (parsed !== undefined && parsed < 0);
  const commit = () => {
    if (!isWrong && parsed !== pounds && text !== (pounds === undefined ? "" : formatMoney(pounds)))
      onChange(parsed);
  };
  return (
    <TextField
      label={label}
      placeholder="such as 10m"
      value={text}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter") commit();
      }}
      error={isWrong ? "Write a sum such as 10m." : undefined}
    />
  );
}
