import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { normalizePath } from "vite";

/** What the bundler knows of a module: enough to follow what it imports. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

const client = fileURLToPath(new URL("../client", import.meta.url));
/** As the bundler names it: with slashes, also on Windows. */
const inClient = (path: string) => normalizePath(resolve(client, path));

const START = inClient("main.tsx");
const MAP = inClient("map/MapPage.tsx");

const OTHER_PAGES = [
  "start/StartPage.tsx",
  "start/LibraryPage.tsx",
  "start/ForgottenPage.tsx",
  "join/JoinPage.tsx",
  "admin/AdminPage.tsx",
  "accessibility/AccessibilityPage.tsx",
].map(inClient);

/** What is fetched by itself as soon as a map is on the screen, by whoever fetches it (`loadLater`, `import()`). */
const AROUND_THE_MAP = [
  "shell/TopBar.tsx",
  "shell/BottomPanel.tsx",
  "shell/ConnectionBanner.tsx",
  "shell/JoinDialog.tsx",
  "shell/EndedDialog.tsx",
  "shell/ForgetDialog.tsx",
  "palette/Palette.tsx",
  "panels/SidePanel.tsx",
  "commands/CommandPalette.tsx",
  "tour/Tour.tsx",
  "history/RestoredNotice.tsx",
  "canvas/EmptyMap.tsx",
  "canvas/PreviewLayer.tsx",
  "canvas/AddDropZone.tsx",
  "canvas/ConnectHandles.tsx",
  "canvas/CanvasDialogs.tsx",
  "canvas/NameEditor.tsx",
  "canvas/placeItem.ts",
  "arrange/ArrangeLayer.tsx",
  "clipboard/Clipboard.tsx",
  "print/PrintSheet.tsx",
  "tidy/TidyButton.tsx",
  "view/MapOverlay.tsx",
  "view/MarksLayer.tsx",
  "map/lookAfterCopies.ts",
  "../shared/rules/LiveCheck.ts",
].map(inClient);

/**
 * Which file of the build a module of the page goes into. Left to itself the bundler makes one for every set of places that a module
 * is used from: well over a hundred, which a browser fetches six at a time. Here it is one for each step of opening a map, and one
 * more for what other pages share with that step. Undefined where the bundler may choose: the first file, and what is fetched when
 * somebody asks for it.
 *
 * No step imports from a later one, so these files never wait for each other in a circle.
 */
export class PageChunks {
  readonly #modules: Modules;
  readonly #reach = new Map<string, ReadonlySet<string>>();

  constructor(modules: Modules) {
    this.#modules = modules;
  }

  /** The name of the file. Throws where a module that is named above is no part of the page. */
  nameFor(id: string): string | undefined {
    if (this.#isIn([START], id)) return undefined;
    const isShared = this.#isIn(OTHER_PAGES, id);
    if (this.#isIn([MAP], id)) return isShared ? "model" : "MapPage";
    if (this.#isIn(AROUND_THE_MAP, id)) return isShared ? "controls" : "aroundTheMap";
    return undefined;
  }

  #isIn(starts: readonly string[], id: string): boolean {
    return starts.some((start) => this.#reachOf(start).has(id));
  }

  /** A module and all that it imports, and what those import; not what they load later. */
  #reachOf(start: string): ReadonlySet<string> {
    const known = this.#reach.get(start);
    if (known !== undefined) return known;
    const found = new Set([start]);
    for (const id of found) {
      const module = this.#modules.getModuleInfo(id);
      if (module === null && id === start) throw new Error(`${start} is no part of the page.`);
      for (const imported of module?.importedIds ?? []) found.add(imported);
    }
    this.#reach.set(start, found);
    return found;
  }
}
