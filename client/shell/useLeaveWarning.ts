import { useEffect } from "react";
import { useSession } from "../sync/sessionContext.tsx";

/** Has the browser ask before the tab is closed while it holds changes that are nowhere else. */
export function useLeaveWarning(): void {
  const session = useSession();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!session.mayGo()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [session]);
}
