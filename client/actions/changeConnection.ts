import { isAllowed, type Relation } from "../../shared/model/relation.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Action } from "./Action.ts";
import { targetIds } from "./targets.ts";

/** Turns the selected connection round, with all that it says. */
export const reverseConnection: Action = {
  id: "reverse-connection",
  label: "Turn the connection round",
  group: "Edit",
  keywords: "reverse swap direction flip other way arrow",
  menus: ["connection"],
  shortcuts: [],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => {
    const relation = soleRelation(session);
    return relation !== undefined && canTurn(session, relation);
  },
  whyNot: (session) =>
    soleRelation(session) === undefined
      ? "Select a connection first"
      : "The other way round it would say nothing",
  async run(session) {
    const relation = soleRelation(session);
    if (relation === undefined) return;
    const { turnRound } = await import("./convertConnection.ts");
    turnRound(session, relation);
  },
};

/** Asks what else the selected connection is: another kind, or the other way round. */
export const changeConnection: Action = {
  id: "change-connection",
  label: "Change the connection into…",
  group: "Edit",
  keywords: "convert type kind relation",
  menus: ["connection"],
  shortcuts: [],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => soleRelation(session) !== undefined,
  whyNot: () => "Select a connection first",
  async run(session) {
    const relation = soleRelation(session);
    if (relation === undefined) return;
    const { askForKind } = await import("../canvas/changeStore.ts");
    askForKind(relation.id);
  },
};

/** Whether the grammar allows it the other way round, and that says something else. */
function canTurn(session: MapSession, { type, from, to }: Relation): boolean {
  const { elementById } = session.snapshots.get();
  const [start, end] = [elementById.get(from), elementById.get(to)];
  if (start === undefined || end === undefined || type === "partners") return false;
  return isAllowed(type, end.type, start.type);
}

function soleRelation(session: MapSession): Relation | undefined {
  const [only, ...others] = targetIds();
  return only === undefined || others.length > 0 ? undefined : session.snapshots.get().relationById.get(only);
}
