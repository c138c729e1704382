import { fieldWord } from "../../../shared/model/words.ts";
import type { Conversion } from "../../actions/conversion.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import parts from "../../ui/dialogParts.module.css";
import { relationSentence } from "../inspector/connections.ts";
import { Sentence } from "../Sentence.tsx";
import listStyles from "./convert.module.css";

const mostListed = 8;

/** What is lost when an element becomes one of another type, and what goes with it. */
export function TypeChange({ conversion }: { readonly conversion: Conversion }) {
  const snapshot = useSnapshot();
  const { relations, lostRelations, lostFields, lostDecisions, lostReferences } = conversion;
  const sentences = lostRelations.flatMap((id) => {
    const relation = snapshot.relationById.get(id);
    return relation === undefined ? [] : [relationSentence(snapshot, relation)];
  });
  const losses = [
    ...(lostFields.length > 0 ? [`Fields: ${lostFields.map((name) => fieldWord(name)).join(", ")}`] : []),
    ...sentences.slice(0, mostListed),
    ...(sentences.length > mostListed ? [`and ${sentences.length - mostListed} connections more`] : []),
    ...(lostDecisions > 0
      ? [
          `${counted(lostDecisions, "accepted finding")} about what it was: it is listed again if it still stands`,
        ]
      : []),
    ...(lostReferences > 0 ? [`${counted(lostReferences, "mention")} of it in fields of others`] : []),
  ];
  return (
    <>
      {losses.length > 0 ? (
        <div className={parts.warning}>
          <p className={parts.strong}>This would be lost:</p>
          <ul className={listStyles.list}>
            {losses.map((loss) => (
              <li key={loss}>
                <Sentence text={loss} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>Nothing that is stated would be lost.</p>
      )}
      <p className={parts.soft}>
        Name, place and notes go with it
        {relations.length > 0 && `, and ${counted(relations.length, "connection")} too`}. It is one step: Undo
        brings it all back.
      </p>
    </>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
