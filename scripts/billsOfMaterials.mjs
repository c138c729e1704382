import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const MOST_BYTES = 64 * 1024 * 1024;
const onWindows = process.platform === "win32";

function askNpm(root, format) {
  const words = ["sbom", "--sbom-format", format, "--package-lock-only"];
  const options = { cwd: root, encoding: "utf8", maxBuffer: MOST_BYTES, shell: onWindows };
  const { status, stdout, stderr } = spawnSync("npm", words, options);
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`);
  return JSON.parse(stdout);
}

/** Keys, as name@version, of the packages that only build or test. */
function developmentOnly({ components }) {
  const isDevelopment = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");
  return new Set(components.filter(isDevelopment).map(({ name, version }) => `${name}@${version}`));
}

/**
 * What the server and the page are made of, as npm knows it from the lock file, in both formats: packages that run, not those
 * that only build or test. (`npm sbom --omit dev` also leaves out packages that run and that a tool for tests asks for as well.)
 */
export function billsOfMaterials(root) {
  // npm names what it describes after the folder that it lies in.
  const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const cyclonedx = askNpm(root, "cyclonedx");
  const spdx = askNpm(root, "spdx");
  const left = developmentOnly(cyclonedx);
  const stays = (key) => !left.has(key);
  const leftInSpdx = new Set(
    spdx.packages.filter((one) => !stays(`${one.name}@${one.versionInfo}`)).map(({ SPDXID }) => SPDXID),
  );
  return {
    cyclonedx: {
      ...cyclonedx,
      metadata: { ...cyclonedx.metadata, component: { ...cyclonedx.metadata.component, name } },
      components: cyclonedx.components.filter((one) => stays(`${one.name}@${one.version}`)),
      dependencies: cyclonedx.dependencies
        .filter(({ ref }) => stays(ref))
        .map((one) => ({ ...one, dependsOn: one.dependsOn.filter(stays) })),
    },
    spdx: {
      ...spdx,
      name: spdx.name.replace(/^.*@/, `${name}@`),
      packages: spdx.packages.filter(({ SPDXID }) => !leftInSpdx.has(SPDXID)),
      relationships: spdx.relationships.filter(
        ({ spdxElementId, relatedSpdxElement }) =>
          !leftInSpdx.has(spdxElementId) && !leftInSpdx.has(relatedSpdxElement),
      ),
    },
  };
}
