import { PanelRightClose, PanelRightOpen } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { badgeNumber, MOST_IN_BADGE } from "../../shared/drawing/findingBadge.ts";
import { includesRole } from "../../shared/protocol/roles.ts";
import { FindingDialogs } from "../findings/FindingDialogs.tsx";
import { FindingsPanel } from "../findings/FindingsPanel.tsx";
import { groupFindings } from "../findings/findingGroups.ts";
import { findingsAreForFacilitatorsOnly } from "../findings/findingsAudience.ts";
import { useFindingAnnouncements } from "../findings/useFindingAnnouncements.ts";
import { useStandingFindings } from "../findings/useStandingFindings.ts";
import { HistoryTab } from "../history/HistoryTab.tsx";
import { useLookSession } from "../history/lookStore.ts";
import { useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import spoken from "../ui/spoken.module.css";
import { Tabs } from "../ui/Tabs.tsx";
import { useMediaQuery } from "../ui/useMediaQuery.ts";
import { ConvertMount } from "./convert/ConvertMount.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { LostDraftAlert } from "./inspector/LostDraftAlert.tsx";
import { LiveRegion } from "./LiveRegion.tsx";
import { fitPanelToWindow, PANEL_TABS, setCollapsed, showTab, usePanelStore } from "./panelStore.ts";
import styles from "./SidePanel.module.css";
import { useTabForSelection } from "./useTabForSelection.ts";

/** The panel at the right: findings, inspector and, for those who may edit, the history. It folds away to a button. */
export function SidePanel() {
  const panel = useRef<HTMLElement>(null);
  const collapsed = usePanelStore((state) => state.collapsed);
  const { role } = useSession();
  const isThere = useOfSnapshot(({ schemaVersion }) => schemaVersion > 0);
  const findings = useStandingFindings();
  const withheld = useOfSnapshot(({ map }) => findingsAreForFacilitatorsOnly(map.settings, role));
  // What the rules say of another moment is no news.
  const isLooking = useLookSession() !== undefined;
  useFindingAnnouncements(findings, isThere && !withheld && !isLooking);
  useTabForSelection(panel);
  const isNarrow = useMediaQuery(NARROW_WINDOW);
  useEffect(() => fitPanelToWindow(isNarrow), [isNarrow]);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      data-collapsed={collapsed}
      aria-label="Findings and inspector"
    >
      {/* One button for both, at the same place in the tree: it keeps the focus when it is pressed. */}
      <div className={styles.fold}>
        <IconButton
          label={collapsed ? "Open findings and inspector" : "Fold the panel away"}
          variant={collapsed ? "secondary" : "quiet"}
          tooltipPlacement="left"
          onPress={() => setCollapsed(!collapsed)}
        >
          {collapsed ? <PanelRightOpen aria-hidden /> : <PanelRightClose aria-hidden />}
        </IconButton>
      </div>
      {!collapsed && <PanelTabs count={withheld ? 0 : groupFindings(findings).open.length} />}
      <FindingDialogs />
      <ConvertMount />
      <LostDraftAlert />
      <LiveRegion />
    </aside>
  );
}

const PanelTabs = memo(function PanelTabs({ count }: { readonly count: number }) {
  const tab = usePanelStore((state) => state.tab);
  const mayEdit = includesRole(useSession().role, "editor");
  return (
    <Tabs
      label="Panel"
      className={styles.tabs}
      selected={tab}
      onSelect={(id) => showTab(PANEL_TABS.find((each) => each === id) ?? "findings")}
      tabs={[
        {
          id: "findings",
          label: <FindingsLabel count={count} />,
          content: <FindingsPanel />,
        },
        { id: "inspector", label: "Inspector", content: <Inspector /> },
        ...(mayEdit ? [{ id: "history", label: "History", content: <HistoryTab /> }] : []),
      ]}
    />
  );
});

/** "Findings (12)". A longer number would crowd the other tabs: it is told whole to those who listen, and the counts below are exact. */
function FindingsLabel({ count }: { readonly count: number }) {
  if (count === 0) return "Findings";
  if (count <= MOST_IN_BADGE) return `Findings (${count})`;
  return (
    <span>
      Findings <span aria-hidden="true">({badgeNumber(count)})</span>
      <span className={spoken.only}>({count})</span>
    </span>
  );
}
