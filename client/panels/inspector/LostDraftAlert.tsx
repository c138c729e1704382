import { useEffect, useRef } from "react";
import { useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import { announce, showTab } from "../panelStore.ts";
import { useDraftStore } from "./draftStore.ts";
import { keptDrafts } from "./keptDrafts.ts";
import { lostRecord } from "./lostRecord.ts";

/** Brings the inspector up when somebody deletes what this person is typing into: their text is kept there. Nothing of it is seen. */
export function LostDraftAlert() {
  const session = useSession();
  const snapshot = useSnapshot();
  const drafts = useDraftStore((state) => state.drafts);
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (snapshot.schemaVersion === 0) return;
    const lost = [...keptDrafts(drafts, session.id, snapshot, undefined).lost.keys()];
    const fresh = lost.filter((id) => !known.current.has(id));
    known.current = new Set(lost);
    const [id] = fresh;
    if (id === undefined) return;
    showTab("inspector");
    const who = lostRecord(session, id)?.by ?? "Somebody";
    announce(`${who} deleted what you were editing. Your text is kept in the inspector.`);
  }, [session, snapshot, drafts]);
  return null;
}
