export interface CycloneDx {
  readonly bomFormat: string;
  readonly metadata: {
    readonly component: { readonly "bom-ref": string; readonly name: string; readonly version: string };
  };
  readonly components: readonly {
    readonly "bom-ref": string;
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly unknown[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
export interface Spdx {
  readonly spdxVersion: string;
  readonly name: string;
  readonly packages: readonly {
    readonly SPDXID: string;
    readonly name: string;
    readonly versionInfo: string;
  }[];
  readonly relationships: readonly { readonly spdxElementId: string; readonly relatedSpdxElement: string }[];
}
export function billsOfMaterials(root: string): { readonly cyclonedx: CycloneDx; readonly spdx: Spdx };
