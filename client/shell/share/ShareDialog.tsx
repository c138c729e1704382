import { useState } from "react";
import { includesRole } from "../../../shared/protocol/roles.ts";
import { useSession } from "../../sync/sessionContext.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { Tabs } from "../../ui/Tabs.tsx";
import { LinksPart } from "./LinksPart.tsx";
import { RemovedList } from "./RemovedList.tsx";
import { SecurityLogList } from "./SecurityLogList.tsx";
import styles from "./ShareDialog.module.css";

/** Gives out and takes back links to the map; for those who are no owners, says whom to ask. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { role } = useSession();
  return (
    <Dialog title="Share this map" isOpen onClose={onClose} width="wide">
      {includesRole(role, "owner") ? <OwnerPart /> : <OtherPart />}
    </Dialog>
  );
}

function OtherPart() {
  return (
    <div className={dialogStyles.stack}>
      <p>Only an owner of the map gives out links. Ask the person who sent you yours.</p>
      <p className={dialogStyles.soft}>
        You can pass on the link that you were sent; whoever opens it may do what you may. It is not shown
        here: it was taken out of the address bar so that nobody reads it over your shoulder.
      </p>
    </div>
  );
}

function OwnerPart() {
  const [tab, setTab] = useState("links");
  return (
    <Tabs
      label="Sharing"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: "links", label: "Links", content: <LinksPart /> },
        { id: "removed", label: "Removed people", content: <RemovedList /> },
        { id: "log", label: "What has happened", content: <SecurityLogList /> },
      ]}
      className={styles.tabs}
    />
  );
}
