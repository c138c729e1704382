import { useEffect, useRef, useState } from "react";
import { useHistory, useSession } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";

/** Says aloud what this person has just done, undone or done again. Nothing of it is seen. */
export function StepStatus() {
  const session = useSession();
  const history = useHistory();
  const before = useRef(history);
  const beforeIn = useRef(session);
  const [words, setWords] = useState("");
  useEffect(() => {
    const { undoLabel, redoLabel } = before.current;
    before.current = history;
    if (beforeIn.current !== session) {
      beforeIn.current = session;
      return;
    }
    if (history.redoLabel !== undefined && history.redoLabel === undoLabel) setWords(`Undone: ${undoLabel}`);
    else if (history.undoLabel !== undefined && history.undoLabel === redoLabel)
      setWords(`Done again: ${redoLabel}`);
    else if (history.undoLabel !== undefined && history.redoLabel === undefined)
      setWords(`Done: ${history.undoLabel}`);
  }, [history, session]);
  return (
    <p role="status" className={spoken.only}>
      {words}
    </p>
  );
}
