import { useState } from "react";
import { guessDivider } from "../../shared/formats/table/readGrid.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./PasteDialog.module.css";
import { closePasteDialog, type PasteRequest } from "./pasteStore.ts";
import { TableForm } from "./TableForm.tsx";

const TEXT_ROWS = 12;

/** Asks what a list or a table is, shows what it would become, and adds it. */
export function PasteDialog({ request }: { readonly request: PasteRequest }) {
  const [typed, setTyped] = useState("");
  const [isReading, setIsReading] = useState(request.text !== undefined);
  const text = request.text ?? typed;
  const title =
    request.fileName === undefined ? "Paste a list or a table" : `Take “${request.fileName}” into this map`;
  return (
    <Dialog isOpen title={title} width={isReading ? "full" : "wide"} onClose={closePasteDialog}>
      {isReading ? (
        <TableForm
          source={{
            text,
            cells: request.cells,
            divider: request.cells === undefined ? guessDivider(text) : "tab",
          }}
          near={request.near}
          onBack={request.text === undefined ? () => setIsReading(false) : undefined}
        />
      ) : (
        <form
          className={styles.typing}
          onSubmit={(event) => {
            event.preventDefault();
            if (hasRows(text)) setIsReading(true);
          }}
        >
          <TextField
            label="A list of names, or a table out of Excel or Word"
            description="One name a line, or rows with headings such as Contract, Commissioner, Provider, Annual value, Start, Term. You see what becomes of it before anything is added."
            rows={TEXT_ROWS}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
          <div className={styles.buttons}>
            <Button onPress={closePasteDialog}>Cancel</Button>
            <Button type="submit" variant="primary" isDisabled={!hasRows(text)}>
              Continue
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function hasRows(text: string): boolean {
  return text.trim() !== "";
}
