import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { UndoState } from "../../shared/document/undo.ts";

/** What the tour sees of the map, to know when something has been done. */
export interface TourView {
  readonly snapshot: Snapshot;
  readonly history: UndoState;
  /** Ids framed because of a finding. */
  readonly highlight: readonly string[];
}

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What it is about and is framed; undefined while it is not on the screen. */
  readonly target: () => Element | undefined;
  /** Whether what it asks for has been done, compared with how it was when the step began. Left out: the person reads and goes on. */
  readonly isDone?: (now: TourView, before: TourView) => boolean;
}

const first = (selector: string, says = "") =>
  [...document.querySelectorAll(selector)].find((element) => (element.textContent ?? "").includes(says));
const theMap = () => first("main");
const thePanel = () => first("aside");

/** The two minutes. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: "A real system, to practise on",
    text: "This is UnitingCare in Cambridgeshire, 2015: a contract won with a bid of £726m, which the winners ended in December 2015. The map is a copy of your own. Nothing that you do here touches another map.",
    target: theMap,
  },
  {
    title: "Add a card",
    text: "Double-click the ground and type a name, such as “Age UK Cambridgeshire”: the kind is guessed from it. With the keyboard, press Q.",
    target: theMap,
    isDone: (now, before) => now.snapshot.map.elements.length > before.snapshot.map.elements.length,
  },
  {
    title: "Connect it",
    text: "Point at the card and drag from a dot at its edge to another card. Or press C and pick from a list. The likeliest connection stands first.",
    target: theMap,
    isDone: (now, before) => now.snapshot.map.relations.length > before.snapshot.map.relations.length,
  },
  {
    title: "See what is wrong",
    text: "The rules check the map as you draw. Press the finding “No parent guarantee”: the map shows what it is about.",
    target: () => first("aside article", "No parent guarantee") ?? thePanel(),
    isDone: (now) => now.highlight.length > 0,
  },
  {
    title: "Mend it",
    text: "A finding offers ways to mend it. Press one: it draws a proposal, dashed, for the room to agree. It records nothing as given.",
    target: thePanel,
    isDone: (now, before) =>
      now.history.undoLabel !== undefined && now.history.undoLabel !== before.history.undoLabel,
  },
  {
    title: "Change your mind",
    text: "Undo says what it would take back, and takes back only what you did. Press it, or Ctrl+Z (⌘Z on a Mac).",
    target: () => first("header button[aria-label^=Undo]"),
    isDone: (now) => now.history.redoLabel !== undefined,
  },
  {
    title: "Bring the others in",
    text: "Share makes a link or a code. Whoever opens it sees and changes the same map at once; no account is needed.",
    target: () => first("header button", "Share"),
  },
  {
    title: "Take it to the board",
    text: "Export makes a picture or a file. Under the question mark are all shortcuts; Ctrl+K finds every command. That was the tour: go on practising here, or start a map of your own.",
    target: () => first("header button", "Export"),
  },
];
