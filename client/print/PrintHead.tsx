import { longDate } from "../../shared/drawing/dateWords.ts";
import { wordFor } from "../../shared/model/words.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import styles from "./PrintHead.module.css";
import { useIsPrinting } from "./useIsPrinting.ts";

/** What stands over an outline or a table on paper, and nowhere else: which map it is of, its days and its marking. */
export function PrintHead({ what }: { /** "Outline", "Contracts". */ readonly what: string }) {
  return useIsPrinting() ? <Head what={what} /> : null;
}

function Head({ what }: { readonly what: string }) {
  const { title, asOf, settings } = useSnapshot().map;
  const marking = settings?.marking;
  const days = [
    ...(asOf === undefined ? [] : [`As of ${longDate(asOf)}`]),
    `Printed on ${longDate(new Date().toISOString().slice(0, 10))}`,
    "Not legal advice",
  ];
  return (
    <div className={styles.head}>
      {marking !== undefined && <p className={styles.marking}>{wordFor(marking, "marking").toUpperCase()}</p>}
      <p className={styles.title}>
        {title.trim() === "" ? "Untitled map" : title.trim()}: {what}
      </p>
      <p className={styles.days}>{days.join(" · ")}</p>
    </div>
  );
}
