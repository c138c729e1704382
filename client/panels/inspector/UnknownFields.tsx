import { FieldGroupSection } from "./FieldGroupSection.tsx";
import type { FieldGroup } from "./fieldGroups.ts";
import styles from "./Inspector.module.css";
import { unknownFieldsOf } from "./unknownFields.ts";

/** Fields of other tools that the map file carried: kept and shown, not edited. */
export function UnknownFields({
  record,
  groups,
}: {
  readonly record: object;
  readonly groups: readonly FieldGroup[];
}) {
  const unknown = unknownFieldsOf(record, groups);
  if (unknown.length === 0) return null;
  return (
    <FieldGroupSection title="Kept from other tools">
      <dl className={styles.facts}>
        {unknown.map(({ name, text }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </FieldGroupSection>
  );
}
