import type { Editor } from "../../shared/document/edit.ts";
import { type LostRecord, lostRecord } from "../panels/inspector/lostRecord.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** The elements and relations that a step adds or changes. */
export interface TouchedRecords {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

/** An editor that does the same, and what it is told to add and to change. */
export function notingEditor(editor: Editor): { readonly editor: Editor; readonly touched: TouchedRecords } {
  const added = new Set<string>();
  const changed = new Set<string>();
  return {
    touched: { added, changed },
    editor: {
      ...editor,
      addElement(element) {
        added.add(element.id);
        editor.addElement(element);
      },
      addRelation(relation) {
        added.add(relation.id);
        editor.addRelation(relation);
      },
      setField(id, field, value) {
        if (!added.has(id)) changed.add(id);
        editor.setField(id, field, value);
      },
    },
  };
}

/** What somebody else has deleted, so that what a step did is gone. */
export interface Loss {
  readonly deleted: LostRecord;
  /** Whether something that the step had added went with it; otherwise it was something that it had changed. */
  readonly wasAdded: boolean;
}

/**
 * Watches whether what a step has added or changed is lost because somebody else deleted it, or what it hangs on: at once, or on a
 * device without a connection only when its changes meet those of the others. Own steps that take it away are no loss. Watching ends
 * with the first loss, or when everybody has the step and it is not `isOfInterest` any more; `look` has that be asked.
 */
export function watchForLoss(
  session: MapSession,
  { added, changed }: TouchedRecords,
  isOfInterest: () => boolean,
  onLoss: (loss: Loss) => void,
): { readonly look: () => void } {
  const hangsOn = new Map(
    [...added, ...changed].map((id) => {
      const relation = session.snapshots.get().relationById.get(id);
      return [id, relation === undefined ? [id] : [id, relation.from, relation.to]];
    }),
  );
  const stops = [
    session.snapshots.subscribe(look),
    session.connection.subscribe(look),
    session.history.subscribe(leaveOutOwn),
  ];

  function stop(): void {
    for (const stopOne of stops) stopOne();
    stops.length = 0;
  }

  function look(): void {
    if (stops.length === 0) return;
    const loss = findLoss();
    if (loss !== undefined) {
      stop();
      onLoss(loss);
      return;
    }
    const { kind } = session.connection.state();
    if (hangsOn.size === 0 || kind === "ended" || (kind === "saved" && !isOfInterest())) stop();
  }

  function findLoss(): Loss | undefined {
    for (const [id, needed] of hangsOn)
      for (const one of needed) {
        const deleted = lostRecord(session, one);
        if (deleted !== undefined && deleted.by !== "you") return { deleted, wasAdded: added.has(id) };
      }
    return undefined;
  }

  function leaveOutOwn(): void {
    const { elementById, relationById } = session.snapshots.get();
    for (const id of [...hangsOn.keys()])
      if (!elementById.has(id) && !relationById.has(id)) hangsOn.delete(id);
    look();
  }

  return { look };
}
