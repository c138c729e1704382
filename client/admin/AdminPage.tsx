import { useEffect, useState } from "react";
import { BrandMark } from "../ui/BrandMark.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import styles from "./AdminPage.module.css";
import { KeyForm } from "./KeyForm.tsx";
import { MapTable } from "./MapTable.tsx";
import { ServerLog } from "./ServerLog.tsx";

/** For whoever runs the server: its maps and what has happened with them. The key is kept for as long as this page is. */
export function AdminPage() {
  const [key, setKey] = useState<string>();
  const [tab, setTab] = useState("maps");
  useEffect(() => {
    document.title = "Administration – Plumbline";
  }, []);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <BrandMark sizePx={56} />
        <span className={styles.brand}>Plumbline</span>
        <h1 className={styles.title}>Administration</h1>
      </header>
      <main className={styles.main}>
        {key === undefined ? (
          <KeyForm onKey={setKey} />
        ) : (
          <Tabs
            label="Administration"
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: "maps", label: "Maps", content: <MapTable adminKey={key} /> },
              { id: "log", label: "Security log", content: <ServerLog adminKey={key} /> },
            ]}
            className={styles.tabs}
          />
        )}
      </main>
    </div>
  );
}
