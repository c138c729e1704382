import type { Field } from "../../../shared/model/field.ts";
import { wordFor } from "../../../shared/model/words.ts";
import { choiceHelp } from "./choiceHelp.ts";
import styles from "./FieldFrame.module.css";
import { fieldHelp } from "./fieldHelp.ts";

/** What a field asks for, what the value that stands there means, and what the others would. */
export function FieldHelp({
  name,
  recordType,
  field,
  value,
}: {
  readonly name: string;
  readonly recordType: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
}) {
  const chosen = typeof value === "string" ? choiceHelp(name, value) : undefined;
  const choices = (field.values ?? []).flatMap((each) => {
    const meaning = choiceHelp(name, each);
    return meaning === undefined ? [] : [{ each, meaning }];
  });
  return (
    <>
      <p>{fieldHelp(recordType, name)}</p>
      {chosen !== undefined && (
        <p>
          <strong>{wordFor(String(value), name)}:</strong> {chosen}
        </p>
      )}
      {choices.length > 0 && (
        <details className={styles.choices}>
          <summary>What each choice means</summary>
          <dl>
            {choices.map(({ each, meaning }) => (
              <div key={each}>
                <dt>{wordFor(each, name)}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
