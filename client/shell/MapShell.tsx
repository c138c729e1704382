import { type CSSProperties, memo, type RefObject, useEffect, useRef } from "react";
import { includesRole } from "../../shared/protocol/roles.ts";
import { MapCanvas } from "../canvas/MapCanvas.tsx";
import { endLook, useIsLooking, useLookSession } from "../history/lookStore.ts";
import { usePanelStore } from "../panels/panelStore.ts";
import { rememberMap } from "../start/recentMaps.ts";
import {
  LiveSession,
  SessionInPlace,
  useConnection,
  useOfSnapshot,
  useSession,
} from "../sync/sessionContext.tsx";
import { LoadingScreen } from "../ui/LoadingScreen.tsx";
import { loadLater } from "../ui/loadLater.tsx";
import { closeOffers } from "../ui/toasts.ts";
import { ConnectionStatus } from "./ConnectionStatus.tsx";
import { EndedScreen } from "./EndedScreen.tsx";
import styles from "./MapShell.module.css";
import { useIdentity } from "./useIdentity.ts";
import { useInsets } from "./useInsets.ts";
import { useLeaveWarning } from "./useLeaveWarning.ts";
import { followAddress, useViewMode, type ViewMode } from "./viewMode.ts";

// The map is on the screen before what stands around it.
const TopBar = loadLater(async () => (await import("./TopBar.tsx")).TopBar);
const Palette = loadLater(async () => (await import("../palette/Palette.tsx")).Palette);
const OutlineView = loadLater(async () => (await import("../outline/OutlineView.tsx")).OutlineView);
const TablesView = loadLater(async () => (await import("../tables/TablesView.tsx")).TablesView);
const BottomPanel = loadLater(async () => (await import("./BottomPanel.tsx")).BottomPanel);
const SidePanel = loadLater(async () => (await import("../panels/SidePanel.tsx")).SidePanel);
const CommandPalette = loadLater(async () => (await import("../commands/CommandPalette.tsx")).CommandPalette);
const ConnectionBanner = loadLater(async () => (await import("./ConnectionBanner.tsx")).ConnectionBanner);
const JoinDialog = loadLater(async () => (await import("./JoinDialog.tsx")).JoinDialog);
const LookBanner = loadLater(async () => (await import("../history/LookBanner.tsx")).LookBanner);
const RestoredNotice = loadLater(async () => (await import("../history/RestoredNotice.tsx")).RestoredNotice);
const EndedDialog = loadLater(async () => (await import("./EndedDialog.tsx")).EndedDialog);
const ForgetDialog = loadLater(async () => (await import("./ForgetDialog.tsx")).ForgetDialog);

/** Everything on the page of an open map: waiting until the map is there, then the bar, the map and its panels. */
export function MapShell() {
  const { connection } = useSession();
  const state = useConnection();
  if (connection.loaded()) return <LoadedMap />;
  if (state.kind === "ended") return <EndedScreen reason={state.reason} />;
  const hasFailed = state.kind === "connecting" && state.failed;
  return (
    <LoadingScreen
      text={hasFailed ? "The server does not answer. Trying again by itself …" : "Opening the map …"}
    />
  );
}

/** Nothing of it is drawn again when something is saved, or changed by somebody: each part follows what it shows by itself. */
const LoadedMap = memo(function LoadedMap() {
  const map = useRef<HTMLElement>(null);
  const identity = useIdentity();
  const isLooking = useIsLooking();
  const mode = useViewMode((state) => state.mode);
  useEffect(followAddress, []);
  // The map may close while another moment is looked at: the next one opens as it is.
  useEffect(() => endLook, []);
  // What they offer to do is done to the map as it is, which is then not on the screen.
  useEffect(() => {
    if (isLooking) closeOffers();
  }, [isLooking]);
  useTitle();
  useLeaveWarning();
  return (
    <div className={styles.shell}>
      {/* No link to “#map”: the fragment of the address is where a link's token stands. */}
      <button type="button" className={styles.skip} onClick={() => map.current?.focus()}>
        Skip to the {mode}
      </button>
      <SessionInPlace session={useLookSession()}>
        <TopBar identity={identity} placeholder={<div className={styles.barToCome} />} />
        {isLooking && (
          <LiveSession>
            <LookBanner />
          </LiveSession>
        )}
        <Workspace map={map} />
      </SessionInPlace>
      <ConnectionStatus />
      <JoinDialog identity={identity} />
      <EndedDialog />
      <ForgetDialog />
      <RestoredNotice />
    </div>
  );
});

/** The map, and the panels that float over its edges. */
function Workspace({ map }: { readonly map: RefObject<HTMLElement | null> }) {
  const mode = useViewMode((state) => state.mode);
  const { insets, left, right, bottom } = useInsets(mode);
  const isPanelFolded = usePanelStore((state) => state.collapsed);
  const mayEdit = includesRole(useSession().role, "editor");
  const isPast = useLookSession() !== undefined;
  return (
    <div
      className={styles.workspace}
      data-view={mode}
      data-past={isPast ? "" : undefined}
      data-panel={isPanelFolded ? "folded" : "open"}
    >
      <div ref={left} className={styles.left} inert={mode !== "map"}>
        <Palette placeholder={mayEdit ? <div className={styles.paletteToCome} /> : null} />
      </div>
      <main ref={map} tabIndex={-1} className={styles.canvas}>
        {/* The drawing stays where it was while the map is shown in another way. */}
        <div className={styles.drawing} inert={mode !== "map"}>
          <MapCanvas insets={insets} />
        </div>
        <OtherView mode={mode} coveredRightPx={insets.right} />
      </main>
      <div
        className={styles.banner}
        style={{ left: `${insets.left + 12}px`, right: `${insets.right + 12}px` }}
      >
        <LiveSession>
          <ConnectionBanner />
        </LiveSession>
      </div>
      <div ref={right} className={styles.right}>
        <SidePanel placeholder={<div className={styles.panelToCome} />} />
        {/* In one file with the panel: once that is there, keys work. */}
        <CommandPalette />
      </div>
      <div
        ref={bottom}
        className={styles.bottom}
        inert={mode !== "map"}
        style={{
          left: `${insets.left + 12}px`,
          right: isPanelFolded ? "12px" : `${insets.right + 12}px`,
        }}
      >
        <BottomPanel placeholder={<div className={styles.bottomToCome} />} />
      </div>
    </div>
  );
}

/** The outline or the tables, in the place of the drawing. */
function OtherView({ mode, coveredRightPx }: { readonly mode: ViewMode; readonly coveredRightPx: number }) {
  if (mode === "map") return null;
  const opening = <LoadingScreen text={`Opening the ${mode} …`} />;
  return (
    <div
      ref={keepFocusInSight}
      className={styles.view}
      style={{ "--covered-right": `${coveredRightPx}px` } as CSSProperties}
    >
      {mode === "outline" ? <OutlineView placeholder={opening} /> : <TablesView placeholder={opening} />}
    </div>
  );
}

/** A message takes room at the foot of a view: what has the focus there is not left below the edge. */
function keepFocusInSight(view: HTMLElement | null) {
  if (view === null) return;
  const observer = new ResizeObserver(() => {
    const { activeElement } = document;
    if (activeElement !== view && view.contains(activeElement))
      activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  observer.observe(view);
  return () => observer.disconnect();
}

/** The map's title in the browser's tab and in the list of recent maps. */
function useTitle(): void {
  const { id } = useSession();
  const title = useOfSnapshot(({ map }) => map.title);
  useEffect(() => {
    document.title = title.trim() === "" ? "Map without a title – Plumbline" : `${title} – Plumbline`;
    rememberMap({ id, title, openedAt: new Date().toISOString() });
  }, [id, title]);
}
