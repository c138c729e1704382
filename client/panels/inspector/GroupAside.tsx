import { SEVERITIES } from "../../../shared/model/systemMap.ts";
import { severityWord } from "../../findings/findingWords.ts";
import { SeverityShape, severitySign } from "../../findings/SeverityShape.tsx";
import spoken from "../../ui/spoken.module.css";
import type { NamedField } from "./fieldGroups.ts";
import styles from "./Inspector.module.css";
import { useRecordAround } from "./recordContext.ts";

/** Drawn by dragging rather than stated, so not counted. */
const DRAWN: ReadonlySet<string> = new Set(["position", "size"]);

/** What a group that is folded away holds: how much is stated, and the gravest of what the rules say about it. */
export function GroupAside({
  fields,
  values,
}: {
  readonly fields: readonly NamedField[];
  readonly values: Readonly<Record<string, unknown>>;
}) {
  const { findings } = useRecordAround();
  const stated = fields.filter(({ name }) => values[name] !== undefined && !DRAWN.has(name)).length;
  const open = fields
    .flatMap(({ name }) => findings.get(name) ?? [])
    .filter(({ accepted }) => accepted !== true);
  const gravest = SEVERITIES.find((severity) => open.some((finding) => finding.severity === severity));
  return (
    <span className={styles.groupAside}>
      {stated > 0 && <span>{stated} stated</span>}
      {gravest !== undefined && (
        <>
          <span className={spoken.only}>
            {open.length === 1 ? "1 finding" : `${open.length} findings`},{" "}
            {severityWord(gravest).toLowerCase()}
          </span>
          <SeverityShape severity={gravest} text={severitySign(gravest)} />
        </>
      )}
    </span>
  );
}
