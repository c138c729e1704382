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
import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { includesRole } from "../../shared/protocol/roles.ts";
import type { ConnectionState } from "../sync/ConnectionState.ts";
import { useConnection, useSession } from "../sync/sessionContext.tsx";
import { PopoverButton } from "../ui/PopoverButton.tsx";
import { ConnectionDetails } from "./ConnectionDetails.tsx";
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

const detailsWidthPx = 340;

/** What is saved and what is not; a press tells more about the connection. */
export function SaveState() {
  const { role } = useSession();
  const state = useConnection();
  const savedAt = useSavedAt(state);
  const Icon = icons[state.kind];
  const words = connectionWords(state, includesRole(role, "editor"));
  return (
    <PopoverButton
      title="Connection"
      placement="bottom start"
      widthPx={detailsWidthPx}
      button={
        <Button
          className={styles.chip ?? ""}
          data-state={state.kind}
          data-testid="save-state"
          aria-label={`${words}: connection details`}
        >
          <Icon aria-hidden />
          {words}
        </Button>
      }
    >
      <ConnectionDetails savedAt={savedAt} />
    </PopoverButton>
  );
}

/** When everything was last saved. */
function useSavedAt({ kind }: ConnectionState): Date | undefined {
  const [savedAt, setSavedAt] = useState<Date>();
  useEffect(() => {
    if (kind === "saved") setSavedAt(new Date());
  }, [kind]);
  return savedAt;
}
