import type { Json } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { type Relation, type RelationType, relationFields } from "../../shared/model/relation.ts";
import { fieldWord, relationVerb } from "../../shared/model/words.ts";
import { select } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { type ConnectionChoice, connectionChoices } from "./connectionChoices.ts";

/** What a relation can be changed into: every other kind and direction that the grammar allows between its ends, the likeliest first. */
export function changesOf(session: MapSession, relation: Relation): readonly ConnectionChoice[] {
  const { elementById, map } = session.snapshots.get();
  const [from, to] = [elementById.get(relation.from), elementById.get(relation.to)];
  if (from === undefined || to === undefined) return [];
  const others = map.relations.filter(({ id }) => id !== relation.id);
  return connectionChoices(from, to, others).filter(
    ({ makes, from: start }) =>
      makes !== "contract" && !(makes === relation.type && (start === relation.from || makes === "partners")),
  );
}

/** Turns a relation round, with all that it says. */
export function turnRound(session: MapSession, relation: Relation): void {
  replace(session, relation, relation.type, relation.to, relation.from, "Turn a connection round");
}

/**
 * Changes a relation into another kind or direction, in one step of the history. What it says stays where the new kind can say it too (its label, its
 * source, its amount); what it cannot is told.
 */
export function changeInto(session: MapSession, relation: Relation, choice: ConnectionChoice): void {
  if (choice.makes === "contract") return;
  const label = `Change a connection: ${relationVerb(choice.makes)}`;
  const dropped = replace(session, relation, choice.makes, choice.from, choice.to, label);
  if (dropped.length > 0)
    showToast(`Left behind, because the new kind has no such field: ${dropped.map(fieldWord).join(", ")}.`);
}

const OWN_FIELDS: ReadonlySet<string> = new Set(["id", "type", "from", "to"]);

/** The kind and the ends of a stored relation never change: another takes its place. Returns the fields that it could not take over. */
function replace(
  session: MapSession,
  relation: Relation,
  type: RelationType,
  from: string,
  to: string,
  label: string,
): readonly string[] {
  const [before, after] = [relationFields(relation.type), relationFields(type)];
  // Fields that the format does not know ride along; those that only the old kind knows do not.
  const isKept = (field: string) => Object.hasOwn(after, field) || !Object.hasOwn(before, field);
  const said = Object.entries(relation).filter(
    (entry): entry is [string, Json] => !OWN_FIELDS.has(entry[0]) && entry[1] !== undefined,
  );
  const id = newId();
  session.perform(label, (editor) => {
    editor.remove([relation.id]);
    editor.addRelation({ id, type, from, to } as Relation);
    for (const [field, value] of said) if (isKept(field)) editor.setField(id, field, value);
  });
  select([id]);
  return said.map(([field]) => field).filter((field) => !isKept(field));
}
