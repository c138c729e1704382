import { useEffect, useRef, useState } from "react";
import { useHistory } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";

/** Says aloud what this person has just done, undone or done again. Nothing of it is seen. */
export function StepStatus() {
  const history = useHistory();
  const before = useRef(history);
  const [words, setWords] = useState("");
  useEffect(() => {
    const { undoLabel, redoLabel } = before.current;
    before.current = history;
    if (history.redoLabel !== undefined && history.redoLabel === undoLabel) setWords(`Undone: ${undoLabel}`);
    else if (history.undoLabel !== undefined && history.undoLabel === redoLabel)
      setWords(`Done again: ${redoLabel}`);
    else if (history.undoLabel !== undefined && history.redoLabel === undefined)
      setWords(`Done: ${history.undoLabel}`);
  }, [history]);
  return (
    <p role="status" className={spoken.only}>
      {words}
    </p>
  );
}
