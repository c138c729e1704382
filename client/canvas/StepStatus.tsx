import { useEffect, useRef, useState } from "react";
import { useHistory, useSession } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";

/** Says aloud what this person has just done. Nothing of it is seen; what is undone and done again says a short message for everybody. */
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
    const isUndone = history.redoLabel !== undefined && history.redoLabel === undoLabel;
    const isDoneAgain = history.undoLabel !== undefined && history.undoLabel === redoLabel;
    if (isUndone || isDoneAgain) setWords("");
    else if (history.undoLabel !== undefined && history.redoLabel === undefined)
      setWords(`Done: ${history.undoLabel}`);
  }, [history, session]);
  return (
    <p role="status" className={spoken.only}>
      {words}
    </p>
  );
}
