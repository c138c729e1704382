import type { RelationOf } from "../model/relation.ts";
import type { Fix } from "./finding.ts";
import { proposeChange } from "./proposeChange.ts";

/** Proposes that the receiver of a delegation sits at the table, while the giver goes on deciding and answering for it. */
export function proposeSeat({ id }: RelationOf<"delegates">): Fix {
  return {
    id: "propose-seat",
    label: "Propose a seat at the table instead",
    apply: (editor) => proposeChange(editor, id, { level: "seat" }),
  };
}
