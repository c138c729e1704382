import type { MapElement } from "../../../shared/model/element.ts";
import type { Relation } from "../../../shared/model/relation.ts";
import { fieldWord } from "../../../shared/model/words.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { derivedFigure } from "./derivedFigure.ts";
import { elementName } from "./elementName.ts";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import type { FieldGroup } from "./fieldGroups.ts";
import styles from "./Inspector.module.css";
import { valueInWords } from "./valueWords.ts";

/** What is stated about an element or relation, for those who only read: as text, and at the end what is not stated. */
export function ReadOnlyFields({
  record,
  groups,
}: {
  readonly record: MapElement | Relation;
  readonly groups: readonly FieldGroup[];
}) {
  const { elementById } = useSnapshot();
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const element = elementById.get(record.id);
  const nameOf = (id: string) => {
    const named = elementById.get(id);
    return named === undefined ? "Not on the map" : elementName(named);
  };
  const derivedFor = (name: string) => element && derivedFigure(element, name);
  const missing = groups
    .flatMap((group) => group.fields)
    .filter(({ name }) => values[name] === undefined && derivedFor(name) === undefined);
  return (
    <>
      {groups.map((group) => {
        const shown = group.fields.filter((field) => !missing.includes(field));
        if (shown.length === 0) return null;
        return (
          <FieldGroupSection key={group.title} title={group.title}>
            <dl className={styles.facts}>
              {shown.map((field) => (
                <div key={field.name} className={styles.fact}>
                  <dt>{fieldWord(field.name)}</dt>
                  <dd dir="auto">
                    {values[field.name] === undefined
                      ? derivedFor(field.name)
                      : valueInWords(field, values[field.name], record.type, nameOf)}
                  </dd>
                </div>
              ))}
            </dl>
          </FieldGroupSection>
        );
      })}
      {missing.length > 0 && (
        <p className={styles.missing}>Not stated: {missing.map(({ name }) => fieldWord(name)).join("; ")}.</p>
      )}
    </>
  );
}
