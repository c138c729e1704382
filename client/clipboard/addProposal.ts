import { layOutByCards } from "../../shared/formats/table/layOutNew.ts";
import type { Proposal } from "../../shared/formats/table/Proposal.ts";
import type { Point } from "../../shared/model/field.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { addTogether, showAdded, tooMuchFor } from "./addTogether.ts";
import { closePasteDialog } from "./pasteStore.ts";
import { placeGroup } from "./placeGroup.ts";
import { inSlices } from "./slices.ts";

/** Adds what a table proposes in one step of the history, laid out clear of what is there, and closes the dialog. False where it cannot. */
export async function addProposal(
  session: MapSession,
  proposal: Proposal,
  label: string,
  near: Point | undefined,
): Promise<boolean> {
  const problem = tooMuchFor(session, proposal);
  if (problem !== undefined) {
    showToast(`Nothing was added. ${problem}`, "failure");
    return false;
  }
  const arrangement = await inSlices(layOutByCards(proposal.elements, proposal.relations));
  if (arrangement === undefined) return false;
  const { positions, size } = arrangement;
  const corner = placeGroup(session, size, near);
  const elements = proposal.elements.map((element) => {
    const { x, y } = positions.get(element.id) ?? { x: 0, y: 0 };
    return { ...element, position: { x: corner.x + x, y: corner.y + y } };
  });
  await addTogether(session, label, { ...proposal, elements });
  closePasteDialog();
  showAdded({ elements, relations: proposal.relations });
  offerTidying(session, { elements, relations: proposal.relations });
  return true;
}

/** New cards lie together where there is room, not between those that they join: one press puts them there. */
function offerTidying(
  session: MapSession,
  { elements, relations }: Pick<Proposal, "elements" | "relations">,
): void {
  const added = new Set(elements.map(({ id }) => id));
  if (added.size === 0 || relations.every(({ from, to }) => added.has(from) && added.has(to))) return;
  showToast("Put the new cards beside what they join?", "notice", {
    label: "Tidy",
    run: () => void tidyWithNew(session),
  });
}

/** A map on which everything is new has nothing that must stay where it is. */
async function tidyWithNew(session: MapSession): Promise<void> {
  const [{ tidy }, { idsOfNew }] = await Promise.all([
    import("../tidy/tidy.ts"),
    import("../tidy/whatIsNew.ts"),
  ]);
  const isAllNew = idsOfNew(session).length === session.snapshots.get().map.elements.length;
  await tidy(session, { kind: isAllNew ? "everything" : "new" });
}
