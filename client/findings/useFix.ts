import { useCallback, useEffect, useRef } from "react";
import { newId } from "../../shared/model/newId.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useSession } from "../sync/sessionContext.tsx";

/** Applies a fix of the newest check: the card may show an older one that looks the same. The function stays the same one. */
export function useFix(
  findings: readonly CheckedFinding[],
  beforeFix: (key: string) => void,
): (finding: CheckedFinding, fixId: string) => void {
  const session = useSession();
  const newest = useRef({ findings, beforeFix });
  useEffect(() => {
    newest.current = { findings, beforeFix };
  });
  return useCallback(
    ({ key }, fixId) => {
      const finding = newest.current.findings.find((each) => each.key === key);
      const fix = finding?.fixes.find(({ id }) => id === fixId);
      if (fix === undefined) return;
      newest.current.beforeFix(key);
      session.perform(fix.label, (editor) => fix.apply(editor, newId));
    },
    [session],
  );
}
