import { initials } from "../ui/initials.ts";
import styles from "./Avatar.module.css";

/** A person as initials on their colour. Decoration: their name always stands beside it or labels it. */
export function Avatar({ name, colour }: { readonly name: string; readonly colour: string }) {
  return (
    <span className={styles.avatar} style={{ backgroundColor: colour }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
