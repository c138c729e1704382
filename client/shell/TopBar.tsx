import { Eye } from "lucide-react";
import { includesRole } from "../../shared/protocol/roles.ts";
import { HelpMenu } from "../commands/HelpMenu.tsx";
import { LiveSession, useSession } from "../sync/sessionContext.tsx";
import { BrandMark } from "../ui/BrandMark.tsx";
import { ThemeMenu } from "../ui/ThemeMenu.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { MapDetails } from "./MapDetails.tsx";
import { MapTitle } from "./MapTitle.tsx";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { People } from "./People.tsx";
import { SaveState } from "./SaveState.tsx";
import { ShareButton } from "./ShareButton.tsx";
import styles from "./TopBar.module.css";
import { UndoButtons } from "./UndoButtons.tsx";
import type { OwnIdentity } from "./useIdentity.ts";

/** The bar over the map: what it is, what is saved, who is here, and what leaves it. */
export function TopBar({ identity }: { readonly identity: OwnIdentity }) {
  const { role } = useSession();
  const canWrite = includesRole(role, "editor");
  return (
    <header className={styles.bar}>
      <a className={styles.brand} href="/" aria-label="Plumbline: start page">
        <BrandMark sizePx={56} />
      </a>
      <div className={styles.about}>
        <MapTitle />
        <MapDetails />
      </div>
      <LiveSession>
        <SaveState />
      </LiveSession>
      {!canWrite && (
        <span className={styles.role}>
          <Eye aria-hidden />
          View only
        </span>
      )}
      <div className={styles.space} />
      {/* As more come it grows into the space before it: what stands after it stays where it is. */}
      <LiveSession>
        <People identity={identity} />
      </LiveSession>
      <ModeSwitch />
      {canWrite && (
        <div className={styles.group}>
          <UndoButtons />
        </div>
      )}
      <div className={styles.group}>
        <LiveSession>
          <ShareButton />
        </LiveSession>
        <ExportMenu />
        <HelpMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}
