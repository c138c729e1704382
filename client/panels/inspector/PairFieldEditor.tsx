import type { Field, Json } from "../../../shared/model/field.ts";
import { anyNumber, count } from "../../../shared/model/field.ts";
import { partKey } from "./draftStore.ts";
import styles from "./fields.module.css";
import { TypedFieldEditor } from "./TypedFieldEditor.tsx";

const PARTS = {
  point: [
    { key: "x", label: "From the left" },
    { key: "y", label: "From the top" },
  ],
  size: [
    { key: "width", label: "Width" },
    { key: "height", label: "Height" },
  ],
} as const;

/** Two figures that are one value: a position or a size, in map units. The canvas changes them by dragging; here they can be typed. */
export function PairFieldEditor({
  type,
  draftKey,
  value,
  canSave,
  onSave,
}: {
  readonly type: "point" | "size";
  readonly draftKey: string;
  readonly value: Readonly<Record<string, Json>>;
  readonly canSave?: (() => boolean) | undefined;
  readonly onSave: (value: Json, visit: string) => void;
}) {
  const part: Field<unknown> = type === "size" ? count : anyNumber;
  return (
    <div className={styles.pair}>
      {PARTS[type].map(({ key, label }) => (
        <TypedFieldEditor
          key={key}
          draftKey={partKey(draftKey, key)}
          name={key}
          canSave={canSave}
          label={label}
          field={part}
          value={typeof value[key] === "number" ? Math.round(value[key]) : undefined}
          required
          onSave={(figure, visit) => {
            if (figure !== undefined) onSave({ ...value, [key]: figure }, visit);
          }}
        />
      ))}
    </div>
  );
}
