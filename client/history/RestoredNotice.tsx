import { useEffect } from "react";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { showToast } from "../ui/toasts.ts";
import { watchRestores } from "./watchRestores.ts";

/** Tells this tab when somebody else has put the map back to a moment, or has taken that back. Nothing of it is drawn. */
export function RestoredNotice() {
  const session = useLiveSession();
  useEffect(() => watchRestores(session, (words) => showToast(words)), [session]);
  return null;
}
