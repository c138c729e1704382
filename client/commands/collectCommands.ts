import type { MapElement } from "../../shared/model/element.ts";
import { kindWords } from "../../shared/model/words.ts";
import { includesRole } from "../../shared/protocol/roles.ts";
import { type Action, runAction } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { addFromPalette } from "../actions/addElement.ts";
import { focusOn } from "../canvas/canvasStore.ts";
import { chooseOnMap } from "../canvas/chooseOnMap.ts";
import { openQuickAdd } from "../canvas/quickAddStore.ts";
import { canvasMiddle } from "../canvas/screenPointOf.ts";
import { listedItems, PALETTE_ITEMS, type PaletteItem } from "../palette/paletteItems.ts";
import { showTab } from "../panels/panelStore.ts";
import { downloadMapFile, downloadPng, downloadSvg } from "../shell/exportActions.ts";
import { showMode, useViewMode } from "../shell/viewMode.ts";
import type { MapSession } from "../sync/MapSession.ts";
import type { Command } from "./Command.ts";
import { askFor } from "./commandStore.ts";

/** Everything that can be done now, and what cannot with the reason: actions, panels and dialogs, kinds to add, cards to go to. */
export function collectCommands(session: MapSession): readonly Command[] {
  return [
    ...actions.filter(({ keyOnly }) => keyOnly !== true).map((action) => commandOf(action, session)),
    ...places(session),
    ...(session.canEdit ? additions(session) : []),
    ...session.snapshots.get().map.elements.map(goTo),
  ];
}

function commandOf(action: Action, session: MapSession): Command {
  const whyNot = whyNotNow(action, session);
  return {
    id: action.id,
    group: "Commands",
    title: (whyNot === undefined ? action.labelNow?.(session) : undefined) ?? action.label,
    detail: action.group,
    keywords: `${action.label} ${action.keywords ?? ""}`,
    shortcut: action.shortcuts[0],
    whyNot,
    run: () => {
      if (action.onDrawing === true) showMode("map");
      runAction(action, session);
    },
  };
}

/** Why an action cannot run now; undefined where it can. */
export function whyNotNow(action: Action, session: MapSession): string | undefined {
  if (action.writes && !session.canEdit) return "Only editors can do this";
  if (action.enabled(session)) return undefined;
  const stated = action.whyNot?.(session);
  if (stated !== undefined) return stated;
  const menus = action.menus ?? [];
  if (menus.includes("card")) return "Select a card first";
  if (menus.includes("connection")) return "Select a connection first";
  return menus.includes("several") ? "Select several cards first" : "Not possible now";
}

function places(session: MapSession): readonly Command[] {
  const mayEdit = includesRole(session.role, "editor");
  const open = (id: string, title: string, keywords: string, run: () => void): Command => ({
    id,
    group: "Show and open",
    title,
    keywords,
    run,
  });
  const { snapshots } = session;
  return [
    open("tab-findings", "Findings", "panel problems checks", () => showTab("findings")),
    open("tab-inspector", "Inspector", "panel fields properties details", () => showTab("inspector")),
    ...(mayEdit
      ? [open("tab-history", "History", "panel versions restore past who", () => showTab("history"))]
      : []),
    open("share", "Share…", "link invite code qr people", () => askFor("share")),
    open("export-png", "Export a picture (PNG)", "save download image", () => {
      void downloadPng(snapshots.get());
    }),
    open("export-svg", "Export a picture (SVG)", "save download image", () => {
      void downloadSvg(snapshots.get());
    }),
    open("export-map", "Export the map file", "save download json backup", () => {
      void downloadMapFile(snapshots.get());
    }),
    open("rules", "Rules…", "checks severity switch off law", () => void openRules()),
    open("tour", "Two-minute tour…", "help learn begin guide", () => askFor("tour")),
    open("accessibility", "Accessibility statement", "help wcag", () => {
      window.open("/accessibility", "_blank", "noopener");
    }),
    open("about", "About Plumbline", "help version licence", () => askFor("about")),
  ];
}

async function openRules(): Promise<void> {
  const { openFindingDialog } = await import("../findings/findingDialogs.ts");
  openFindingDialog({ kind: "rules", rule: undefined });
}

function additions(session: MapSession): readonly Command[] {
  const { regime } = session.snapshots.get().map;
  const listed = new Set(listedItems(regime));
  return PALETTE_ITEMS.filter((item) => item.regime === undefined || item.regime === regime).map((item) => ({
    id: `add ${item.id}`,
    group: "Add to the map",
    title: `Add ${withArticle(item)}`,
    keywords: `${item.initials ?? ""} ${item.alsoCalled ?? ""} ${item.group} new`,
    shortcut: item.key,
    onlyInSearch: !listed.has(item),
    run: () => add(session, item),
  }));
}

function add(session: MapSession, item: PaletteItem): void {
  const isDrawn = useViewMode.getState().mode === "map";
  if (isDrawn || "relation" in item.makes) addFromPalette(session, item);
  // Where no card is drawn, there is none to write a name on.
  else openQuickAdd(undefined, canvasMiddle(), { itemId: item.id });
}

/** "a foundation trust", "an ICB", "NHS England". */
export function withArticle({ label, startName }: PaletteItem): string {
  if (startName !== undefined) return startName;
  const isWord = /^.[a-z]/u.test(label);
  const name = isWord ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  // Letters that are spelt out: "an NHS trust", "an ICB", but "a CCG", "a GP practice".
  const startsWithVowelSound = isWord ? /^[aeio]/iu : /^[AEFHILMNORSX]/u;
  return `${startsWithVowelSound.test(name) ? "an" : "a"} ${name}`;
}

function goTo(element: MapElement): Command {
  const name = element.name.trim();
  return {
    id: `go ${element.id}`,
    group: "Go to",
    title: name === "" ? `Unnamed ${element.type}` : name,
    detail: kindWords(element),
    onlyInSearch: true,
    run: () => {
      chooseOnMap(element.id, false);
      focusOn(element.id);
    },
  };
}
