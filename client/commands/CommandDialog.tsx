import { Search } from "lucide-react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import spoken from "../ui/spoken.module.css";
import styles from "./CommandDialog.module.css";
import { CommandOptions } from "./CommandOptions.tsx";
import { closeCommands } from "./commandStore.ts";
import { useCommandSearch } from "./useCommandSearch.ts";

/** The list of everything that can be done, with a search: arrows choose, Enter does it, Escape closes. */
export function CommandDialog({ startText }: { readonly startText: string }) {
  return (
    <ModalOverlay
      data-modal
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closeCommands();
      }}
      className={classNames(styles.overlay)}
    >
      <Modal className={classNames(styles.modal)}>
        <Dialog aria-label="Commands" className={classNames(styles.dialog)}>
          <SearchAndList startText={startText} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SearchAndList({ startText }: { readonly startText: string }) {
  const search = useCommandSearch(useSession(), startText);
  const { sections, active, listId, optionId } = search;
  const count = sections.reduce((sum, { commands }) => sum + commands.length, 0);
  return (
    <>
      <div className={styles.head}>
        <Search aria-hidden className={styles.glass} />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type in it
          autoFocus
          type="text"
          role="combobox"
          aria-label="Search commands, kinds and cards"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(active)}
          autoComplete="off"
          spellCheck={false}
          placeholder="What do you want to do?"
          className={styles.input}
          value={search.text}
          onChange={(event) => search.setText(event.target.value)}
          onKeyDown={search.onKeyDown}
        />
        <kbd className={styles.key} aria-hidden>
          Esc
        </kbd>
      </div>
      <CommandOptions search={search} />
      <p role="status" className={spoken.only}>
        {count === 0 ? "Nothing fits." : `${count} found`}
      </p>
    </>
  );
}
