import { cleanText } from "../../geometry/cleanText.ts";
import type { MapElement } from "../../model/element.ts";
import type { MapFileError } from "../../model/MapFileError.ts";
import type { Relation } from "../../model/relation.ts";
import type { Severity, SystemMap } from "../../model/systemMap.ts";
import { decisionBehind } from "../../rules/decisionBehind.ts";
import type { CheckedFinding } from "../../rules/finding.ts";
import type { Rule } from "../../rules/rule.ts";
import type { CheckedMap } from "./CheckedMap.ts";
import { acceptanceInWords, CAUTION, circumstances } from "./findingsWords.ts";
import type { Region } from "./recordRegions.ts";
import type {
  SarifInvocation,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifResult,
  SarifRule,
} from "./SarifLog.ts";

/** What the log says of one file: where it is, and what was found in it or why it cannot be read. */
export type SarifFile = { readonly uri: string } & (
  | { readonly checked: CheckedMap; readonly regions: ReadonlyMap<string, Region> }
  | { readonly error: MapFileError }
);

type DescribedRule = Pick<
  Rule,
  "id" | "title" | "summary" | "why" | "precedent" | "sources" | "basis" | "regimes"
>;

const LEVELS: Readonly<Record<Severity, SarifLevel>> = { error: "error", warning: "warning", info: "note" };
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * The findings of map files as a SARIF log (version 2.1.0), which code hosts and editors read: one run, in it an invocation per
 * file with the rules that the map changes; a result per finding with the lines on which its subjects stand; what the room has
 * accepted is suppressed. Nothing in it points anywhere outside.
 * @param rules those that were asked, whether they found anything or not.
 * @param version of Plumbline, such as 1.2.0.
 */
export function findingsToSarif(
  files: readonly SarifFile[],
  { rules, version }: { readonly rules: readonly DescribedRule[]; readonly version: string },
): SarifLog {
  const described = [...rules, ...rulesBesides(files, new Set(rules.map(({ id }) => id)))].map(sarifRule);
  const ruleIndex = new Map(described.map(({ id }, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Plumbline",
            semanticVersion: version,
            fullDescription: { text: `Checks maps of health and care systems in England. ${CAUTION}` },
            rules: described,
          },
        },
        invocations: files.map((file, index) => invocation(file, index, ruleIndex)),
        artifacts: files.map(({ uri }) => ({
          location: { uri },
          mimeType: "application/json",
          roles: ["analysisTarget"],
        })),
        results: files.flatMap((file, index) => resultsOf(file, index, ruleIndex)),
        columnKind: "utf16CodeUnits",
      },
    ],
  };
}

/** Findings that no rule of the catalogue makes, such as that one of them failed, describe themselves. */
function rulesBesides(files: readonly SarifFile[], known: ReadonlySet<string>): readonly DescribedRule[] {
  const besides = new Map<string, DescribedRule>();
  for (const file of files) {
    if (!("checked" in file)) continue;
    for (const { rule: id, title, why, sources, basis } of file.checked.findings) {
      if (!known.has(id))
        besides.set(id, { id, title, summary: `${title}.`, why, sources, basis, regimes: [] });
    }
  }
  return [...besides.values()];
}

function sarifRule({
  id,
  title,
  summary,
  why,
  precedent,
  sources,
  basis,
  regimes,
}: DescribedRule): SarifRule {
  const help = [
    why,
    ...(precedent === undefined ? [] : [`Happened before: ${precedent}`]),
    ...(sources.length === 0 ? [] : [`Source: ${sources.join("; ")}.`]),
    CAUTION,
  ];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: summary },
    help: { text: help.join("\n\n") },
    properties: { basis, regimes, tags: [basis] },
  };
}

function invocation(file: SarifFile, index: number, ruleIndex: ReadonlyMap<string, number>): SarifInvocation {
  if ("error" in file) {
    const { message, line } = file.error;
    return {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: "error",
          message: { text: message },
          locations: [placeIn(file.uri, index, line === undefined ? undefined : { startLine: line })],
        },
      ],
    };
  }
  const { map } = file.checked;
  const overrides = Object.entries(map.settings?.rules ?? {}).flatMap(([id, setting]) => {
    const at = ruleIndex.get(id);
    if (at === undefined) return [];
    const configuration = setting === "off" ? ({ enabled: false } as const) : { level: LEVELS[setting] };
    return [{ descriptor: { id, index: at }, configuration }];
  });
  return {
    executionSuccessful: true,
    ...(overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides }),
    properties: { title: map.title, regime: map.regime, circumstances: circumstances(file.checked) },
  };
}

function resultsOf(
  file: SarifFile,
  fileIndex: number,
  ruleIndex: ReadonlyMap<string, number>,
): readonly SarifResult[] {
  if ("error" in file) return [];
  const { map, findings } = file.checked;
  const decisionOf = decisionBehind(map.decisions);
  const records = recordsOf(map);
  const place = (id: string): SarifLocation => ({
    ...placeIn(file.uri, fileIndex, file.regions.get(id)),
    ...logicalPlace(id, records.get(id)),
  });
  return findings.map((finding) => {
    const [first, ...others] = finding.subjects;
    return {
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: withoutLinks(finding.message) },
      locations: [first === undefined ? placeIn(file.uri, fileIndex) : place(first)],
      ...(others.length === 0 ? {} : { relatedLocations: others.map(place) }),
      partialFingerprints: { "ruleAndSubjects/v1": finding.key },
      suppressions: finding.accepted
        ? [
            {
              kind: "inSource",
              status: "accepted",
              justification: acceptanceInWords(decisionOf(finding)),
            },
          ]
        : [],
      provenance: { invocationIndex: fileIndex },
      properties: properties(finding),
    };
  });
}

function properties({ basis, subjects, facts, ownSeverity }: CheckedFinding): SarifResult["properties"] {
  return { basis, subjects, facts, ...(ownSeverity === undefined ? {} : { ownSeverity }) };
}

function placeIn(uri: string, index: number, region?: Partial<Region>): SarifLocation {
  return { physicalLocation: { artifactLocation: { uri, index }, ...(region && { region }) } };
}

function recordsOf(map: SystemMap): ReadonlyMap<string, MapElement | Relation> {
  const records: readonly (MapElement | Relation)[] = [...map.elements, ...map.relations];
  return new Map(records.map((record) => [record.id, record]));
}

function logicalPlace(
  id: string,
  record: MapElement | Relation | undefined,
): Pick<SarifLocation, "logicalLocations" | "message"> {
  const name = record && "name" in record ? cleanText(record.name) : "";
  return {
    logicalLocations: [
      { ...(name === "" ? {} : { name }), fullyQualifiedName: id, kind: record?.type ?? "record" },
    ],
    ...(name === "" ? {} : { message: { text: withoutLinks(name) } }),
  };
}

/** The standard reads [text](target) within a message as a link, which no name on a map may make. */
function withoutLinks(text: string): string {
  return cleanText(text).replaceAll("](", "] (");
}
