import { useEffect } from "react";
import { useConnection } from "../sync/sessionContext.tsx";

/** Has the browser ask before the tab is closed while it holds changes that are nowhere else. */
export function useLeaveWarning(): void {
  const state = useConnection();
  const isWaiting = "changes" in state && state.changes > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isWaiting]);
}
