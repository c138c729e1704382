import {
  Check,
  CloudOff,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  RefreshCw,
  ServerCrash,
  Unplug,
} from "lucide-react";
import { includesRole } from "../../shared/protocol/roles.ts";
import type { ConnectionState } from "../sync/ConnectionState.ts";
import { useConnection, useSession } from "../sync/sessionContext.tsx";
import { connectionWords } from "./connectionWords.ts";
import styles from "./SaveState.module.css";

const icons: Readonly<Record<ConnectionState["kind"], LucideIcon>> = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  slow: Hourglass,
  "store-fails": ServerCrash,
  reconnecting: RefreshCw,
  offline: CloudOff,
  ended: Unplug,
};

/** What is saved and what is not. */
export function SaveState() {
  const { role } = useSession();
  const state = useConnection();
  const Icon = icons[state.kind];
  return (
    <span className={styles.chip} data-state={state.kind} data-testid="save-state">
      <Icon aria-hidden />
      {connectionWords(state, includesRole(role, "editor"))}
    </span>
  );
}
