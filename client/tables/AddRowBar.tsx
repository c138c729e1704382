import { Plus } from "lucide-react";
import type { ElementType } from "../../shared/model/element.ts";
import type { RelationType } from "../../shared/model/relation.ts";
import { elementTypeWord } from "../../shared/model/words.ts";
import type { TableId } from "../../shared/table/tables.ts";
import { select, setConnecting } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { blankElement, spotForOne } from "./newRecords.ts";
import styles from "./TablesView.module.css";
import { beginEditing, changeLook, goToCell, useTableStore } from "./tableStore.ts";

interface Addition {
  readonly label: string;
  /** What is added: a card; or a connection, whose ends are asked for; `any` asks for its type, too. */
  readonly adds: { readonly element: ElementType } | { readonly relation: RelationType | "any" };
}

const ADDITIONS: Readonly<Record<TableId, readonly Addition[]>> = {
  organisations: [{ label: "Add an organisation", adds: { element: "organisation" } }],
  contracts: [{ label: "Add a contract", adds: { element: "contract" } }],
  money: [
    { label: "Add a payment…", adds: { relation: "pays" } },
    { label: "Add a fund", adds: { element: "fund" } },
  ],
  members: [
    { label: "Add a membership…", adds: { relation: "member" } },
    { label: "Add an ownership…", adds: { relation: "owns" } },
    { label: "Add a guarantee…", adds: { relation: "guarantees" } },
    { label: "Add a host…", adds: { relation: "hosts" } },
  ],
  connections: [{ label: "Connect two…", adds: { relation: "any" } }],
};

/** Adds rows at the end of a table. */
export function AddRowBar({ table }: { readonly table: TableId }) {
  const session = useSession();
  return (
    <div className={styles.add}>
      {ADDITIONS[table].map(({ label, adds }) => (
        <Button
          key={label}
          size="small"
          variant="outline"
          onPress={() => {
            if ("element" in adds) addElementRow(session, table, adds.element);
            else
              setConnecting({
                step: "ends",
                from: undefined,
                type: adds.relation === "any" ? undefined : adds.relation,
              });
          }}
        >
          <Plus aria-hidden />
          {label}
        </Button>
      ))}
    </div>
  );
}

/** Adds a card that nothing is said of yet, and asks for its name in its row. */
function addElementRow(session: MapSession, table: TableId, type: ElementType): void {
  const element = blankElement(type, spotForOne(session, type));
  session.perform(`Add ${elementTypeWord(type).toLowerCase()}`, (editor) => editor.addElement(element));
  // A row that nothing is said of fits no search and no filter.
  if (useTableStore.getState().looks[table].search !== "") changeLook(table, { search: "" });
  changeLook(table, { values: {} });
  const cell = { row: element.id, column: "name" };
  select([element.id]);
  goToCell(table, cell);
  beginEditing(table, cell);
}
