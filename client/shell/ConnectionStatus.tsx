import { useEffect, useRef, useState } from "react";
import { includesRole } from "../../shared/protocol/roles.ts";
import { useConnection, useSession } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";
import { connectionWords } from "./connectionWords.ts";

/** Reads aloud that the connection has gone or is slow, and that it is back; not every save, which would never end. */
export function ConnectionStatus() {
  const { role } = useSession();
  const state = useConnection();
  const [text, setText] = useState("");
  const wasAway = useRef(false);
  const words = connectionWords(state, includesRole(role, "editor"));
  const isAway = state.kind !== "connecting" && state.kind !== "saving" && state.kind !== "saved";
  const isBack = state.kind === "saved" && wasAway.current;
  useEffect(() => {
    if (isAway || isBack) setText(words);
    wasAway.current = isAway || (wasAway.current && !isBack);
  }, [isAway, isBack, words]);
  return (
    <p role="status" className={spoken.only}>
      {text}
    </p>
  );
}
