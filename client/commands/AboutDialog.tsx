import { Dialog } from "../ui/Dialog.tsx";
import styles from "./AboutDialog.module.css";

/** What this is, and under which terms. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="About Plumbline" isOpen onClose={onClose}>
      <div className={styles.text}>
        <p>
          Plumbline is a live map of who commissions, who delivers, who holds the contract and who carries the
          loss. Everybody in the room changes the same map, and rules check it against the law and against
          what went wrong elsewhere.
        </p>
        <p>
          Findings are prompts for a conversation, not legal advice. What a rule rests on is named with each
          finding.
        </p>
        <p>
          The program is open source under the MIT licence. Its typeface is Arimo, under the SIL Open Font
          Licence.
        </p>
        <p>
          <a href="/accessibility">Accessibility statement</a>
        </p>
      </div>
    </Dialog>
  );
}
