import buttonStyles from "../ui/Button.module.css";
import { classNames } from "../ui/classNames.ts";
import { signInAddress } from "./signInAddress.ts";
import styles from "./signin.module.css";

/** Leads to the directory and back to this page. */
export function SignInLink({
  words,
  isFirst = false,
}: {
  readonly words: string;
  /** Whether it is what most people here come for. */
  readonly isFirst?: boolean;
}) {
  return (
    <a
      href={signInAddress()}
      className={classNames(buttonStyles.button, isFirst ? buttonStyles.plain : styles.link)}
    >
      {words}
    </a>
  );
}
