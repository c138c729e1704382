import type { Json } from "../../model/field.ts";
import type { Region } from "./recordRegions.ts";

/*
 * The parts of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), that findings need. The words are the
 * standard's own.
 */

export type SarifLevel = "error" | "warning" | "note";

interface Text {
  readonly text: string;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number };
    readonly region?: Partial<Region>;
  };
  readonly logicalLocations?: readonly {
    readonly name?: string;
    readonly fullyQualifiedName: string;
    readonly kind: string;
  }[];
  readonly message?: Text;
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: Text;
  readonly fullDescription: Text;
  readonly help: Text;
  readonly properties: Readonly<Record<string, Json>>;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: Text;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly {
    readonly kind: "inSource";
    readonly status: "accepted";
    readonly justification: string;
  }[];
  readonly provenance: { readonly invocationIndex: number };
  readonly properties: Readonly<Record<string, Json>>;
}

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly ruleConfigurationOverrides?: readonly {
    readonly descriptor: { readonly id: string; readonly index: number };
    readonly configuration: { readonly enabled: false } | { readonly level: SarifLevel };
  }[];
  readonly toolExecutionNotifications?: readonly {
    readonly level: "error";
    readonly message: Text;
    readonly locations: readonly SarifLocation[];
  }[];
  readonly properties?: Readonly<Record<string, Json>>;
}

export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly semanticVersion: string;
        readonly fullDescription: Text;
        readonly rules: readonly SarifRule[];
      };
    };
    readonly invocations: readonly SarifInvocation[];
    readonly artifacts: readonly {
      readonly location: { readonly uri: string };
      readonly mimeType: "application/json";
      readonly roles: readonly ["analysisTarget"];
    }[];
    readonly results: readonly SarifResult[];
    readonly columnKind: "utf16CodeUnits";
  }[];
}
