import { writeTabSeparated } from "../../shared/formats/table/writeTabSeparated.ts";
import { announce } from "../panels/panelStore.ts";
import { copyText } from "../shell/share/copyText.ts";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { planInWords } from "./applyPaste.ts";
import styles from "./PasteDialog.module.css";
import type { PastePlan } from "./planPaste.ts";

const MOST_LISTED = 100;
/** Characters: a figure stays in one piece, whatever room the column has. */
const LONGEST_UNBROKEN = 20;

/** Shows what of a paste cannot be read, before anything is written. */
export function PasteDialog({
  plan,
  onAnswer,
}: {
  readonly plan: PastePlan | undefined;
  readonly onAnswer: (isWanted: boolean) => void;
}) {
  return (
    <Dialog
      title="Not all of this can be read"
      isOpen={plan !== undefined}
      onClose={() => onAnswer(false)}
      width="wide"
    >
      {plan !== undefined && <Problems plan={plan} onAnswer={onAnswer} />}
    </Dialog>
  );
}

function Problems({
  plan,
  onAnswer,
}: {
  readonly plan: PastePlan;
  readonly onAnswer: (wanted: boolean) => void;
}) {
  const { problems } = plan;
  const listed = problems.slice(0, MOST_LISTED);
  const hasRest = plan.changes.length + plan.added.length > 0;
  const staysInCells = problems.some(({ keepIn }) => keepIn !== undefined);
  const copyAll = async () => {
    const isCopied = await copyText(
      writeTabSeparated(problems.map(({ where, text, problem }) => [where, text, problem])),
    );
    announce(isCopied ? "Copied." : "The browser does not allow copying here. Select the texts in the list.");
  };
  return (
    <>
      <p className={styles.lead}>
        {problems.length === 1 ? "One text does" : `${problems.length.toLocaleString("en-GB")} texts do`} not
        fit where {problems.length === 1 ? "it falls" : "they fall"}. Nothing has been written yet.
        {staysInCells &&
          " If you go on, what cannot be read waits in its cell, marked and only on this device, until you mend it."}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label="What cannot be read">
        <table className={styles.problems}>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Text</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ where, text, problem }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <tr key={index}>
                <td>{where}</td>
                <td className={classNames(text.length <= LONGEST_UNBROKEN && styles.unbroken)}>{text}</td>
                <td>{problem}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problems.length > listed.length && (
        <p>
          And {(problems.length - listed.length).toLocaleString("en-GB")} more: “Copy these” has them all.
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" onPress={() => void copyAll()}>
          Copy these
        </Button>
        <Button onPress={() => onAnswer(false)}>Paste nothing</Button>
        {(hasRest || staysInCells) && (
          <Button variant="primary" onPress={() => onAnswer(true)}>
            {hasRest ? `Paste the rest (${planInWords(plan)})` : "Put them into their cells to mend"}
          </Button>
        )}
      </div>
    </>
  );
}
