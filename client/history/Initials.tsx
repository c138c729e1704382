import type { HistoryPerson } from "../../shared/history/HistoryAnswer.ts";
import { initials } from "../ui/initials.ts";
import styles from "./rows.module.css";

/** A person of the past as initials, without a colour: colours belong to those who are here. Decoration: the name stands beside it. */
export function Initials({ person }: { readonly person: HistoryPerson }) {
  return (
    <span className={styles.initials} aria-hidden="true">
      {person.name.trim() === "" ? "–" : initials(person.name)}
    </span>
  );
}
