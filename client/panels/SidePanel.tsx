import { PanelRightClose, PanelRightOpen } from "lucide-react";
import { useEffect, useRef } from "react";
import { FindingDialogs } from "../findings/FindingDialogs.tsx";
import { FindingsPanel } from "../findings/FindingsPanel.tsx";
import { groupFindings } from "../findings/findingGroups.ts";
import { findingsAreForFacilitatorsOnly } from "../findings/findingsAudience.ts";
import { useFindingAnnouncements } from "../findings/useFindingAnnouncements.ts";
import { useFindings, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { Tabs } from "../ui/Tabs.tsx";
import { useMediaQuery } from "../ui/useMediaQuery.ts";
import { Inspector } from "./inspector/Inspector.tsx";
import { LiveRegion } from "./LiveRegion.tsx";
import { fitPanelToWindow, setCollapsed, showTab, usePanelStore } from "./panelStore.ts";
import styles from "./SidePanel.module.css";
import { useTabForSelection } from "./useTabForSelection.ts";

/** The panel at the right: findings and inspector. It folds away to a button. */
export function SidePanel() {
  const panel = useRef<HTMLElement>(null);
  const collapsed = usePanelStore((state) => state.collapsed);
  const { role } = useSession();
  const { map, schemaVersion } = useSnapshot();
  const findings = useFindings();
  const withheld = findingsAreForFacilitatorsOnly(map.settings, role);
  useFindingAnnouncements(findings, schemaVersion > 0 && !withheld);
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
      <LiveRegion />
    </aside>
  );
}

function PanelTabs({ count }: { readonly count: number }) {
  const tab = usePanelStore((state) => state.tab);
  return (
    <Tabs
      label="Panel"
      className={styles.tabs}
      selected={tab}
      onSelect={(id) => showTab(id === "inspector" ? "inspector" : "findings")}
      tabs={[
        {
          id: "findings",
          label: count === 0 ? "Findings" : `Findings (${count})`,
          content: <FindingsPanel />,
        },
        { id: "inspector", label: "Inspector", content: <Inspector /> },
      ]}
    />
  );
}
