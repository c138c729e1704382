import { PanelRightClose, PanelRightOpen } from "lucide-react";
import { FindingsPanel } from "../findings/FindingsPanel.tsx";
import { groupFindings } from "../findings/findingGroups.ts";
import { findingsAreForFacilitatorsOnly } from "../findings/findingsAudience.ts";
import { useFindingAnnouncements } from "../findings/useFindingAnnouncements.ts";
import { useFindings, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { LiveRegion } from "./LiveRegion.tsx";
import { setCollapsed, showTab, usePanelStore } from "./panelStore.ts";
import styles from "./SidePanel.module.css";

/** The panel at the right: findings and inspector. It folds away to a button. */
export function SidePanel() {
  const collapsed = usePanelStore((state) => state.collapsed);
  const { role } = useSession();
  const { map, schemaVersion } = useSnapshot();
  const findings = useFindings();
  const withheld = findingsAreForFacilitatorsOnly(map.settings, role);
  useFindingAnnouncements(findings, schemaVersion > 0 && !withheld);
  return (
    <aside className={styles.panel} data-collapsed={collapsed} aria-label="Findings and inspector">
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
