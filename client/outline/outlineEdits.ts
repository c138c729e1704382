import type { OutlineNode } from "../../shared/outline/Outline.ts";
import { relationSentence } from "../panels/inspector/connections.ts";
import { elementName } from "../panels/inspector/elementName.ts";
import { announce } from "../panels/panelStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { setCurrent } from "./outlineStore.ts";
import type { ShownOutline } from "./useOutline.ts";

/** Deletes the element of a row, as one step. */
export function deleteElement(session: MapSession, { element }: OutlineNode): void {
  if (element === undefined) return;
  session.perform(`Delete ${elementName(element)}`, (editor) => editor.remove([element.id]));
  announce(`Deleted ${elementName(element)}.`);
}

/** Deletes the relation by which a row stands where it does, as one step. */
export function deleteConnection(session: MapSession, { via }: OutlineNode): void {
  if (via === undefined) return;
  const sentence = relationSentence(session.snapshots.get(), via.relation);
  session.perform(`Delete connection: ${sentence}`, (editor) => editor.remove([via.relation.id]));
  announce(`Deleted the connection: ${sentence}.`);
}

/** Deletes what a row is about: the element where it is at home, elsewhere the connection that names it. */
export function deleteRow(session: MapSession, node: OutlineNode, { outline, rows }: ShownOutline): void {
  const at = rows.findIndex((row) => row.node.key === node.key);
  const after = rows.slice(at + 1).find((row) => !row.node.key.startsWith(`${node.key}/`));
  setCurrent((after ?? rows[at - 1])?.node.key);
  const isHome = node.element !== undefined && outline.wayHome(node.element.id).at(-1) === node.key;
  if (isHome) deleteElement(session, node);
  else if (node.via !== undefined) deleteConnection(session, node);
}
