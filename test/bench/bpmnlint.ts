import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { installPeers, PEERS } from "./installPeers.ts";

const tasksOfProcess = 10;

interface Linter {
  lint(root: unknown): Promise<Readonly<Record<string, readonly unknown[]>>>;
}

/** What bpmnlint is asked to do. */
export interface LintRun {
  readonly version: string;
  /** Elements and flows of the model. */
  readonly size: number;
  readonly rules: number;
  /** Checks the whole model by its recommended rules; gives the number of reports. */
  lint(): Promise<number>;
}

/** Makes a process model of a size, read into memory, and a linter for it. */
export async function lintBpmn(wantedSize: number): Promise<LintRun> {
  installPeers();
  const require = createRequire(new URL("package.json", PEERS));
  const { Linter } = require("bpmnlint") as { Linter: new (options: object) => Linter };
  const NodeResolver = require("bpmnlint/lib/resolver/node-resolver") as new () => object;
  const { rules } = require("bpmnlint/config/recommended") as { rules: Readonly<Record<string, string>> };
  const { version } = require("bpmnlint/package.json") as { version: string };
  const { BpmnModdle } = (await import(pathToFileURL(require.resolve("bpmn-moddle")).href)) as {
    BpmnModdle: new () => { fromXML(xml: string): Promise<{ rootElement: unknown }> };
  };
  const processes = Math.ceil(wantedSize / sizeOfProcess);
  const { rootElement } = await new BpmnModdle().fromXML(model(processes));
  const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });
  return {
    version,
    size: processes * sizeOfProcess,
    rules: Object.keys(rules).length,
    lint: async () =>
      Object.values(await linter.lint(rootElement)).reduce((sum, reports) => sum + reports.length, 0),
  };
}

/** Start, tasks and end in a row, and the flows between them. */
const sizeOfProcess = tasksOfProcess + 2 + tasksOfProcess + 1;

function model(processes: number): string {
  const bodies: string[] = [];
  const pools: string[] = [];
  const drawn: string[] = [];
  for (let number = 0; number < processes; number++) {
    const nodes = ["start", ...Array.from({ length: tasksOfProcess }, (_, task) => `task${task}`), "end"];
    const id = (node: string) => `${node}_${number}`;
    const elements = nodes.map((node, index) => {
      const kind = node === "start" ? "startEvent" : node === "end" ? "endEvent" : "task";
      const incoming = index > 0 ? `<bpmn:incoming>${id(`flow${index - 1}`)}</bpmn:incoming>` : "";
      const outgoing = node === "end" ? "" : `<bpmn:outgoing>${id(`flow${index}`)}</bpmn:outgoing>`;
      return `<bpmn:${kind} id="${id(node)}" name="${node} ${number}">${incoming}${outgoing}</bpmn:${kind}>`;
    });
    const flows = nodes.slice(1).map((node, index) => {
      const from = nodes[index] ?? "";
      return `<bpmn:sequenceFlow id="${id(`flow${index}`)}" sourceRef="${id(from)}" targetRef="${id(node)}" />`;
    });
    const shapes = nodes.map(
      (node, index) =>
        `<bpmndi:BPMNShape id="${id(`${node}_di`)}" bpmnElement="${id(node)}"><dc:Bounds x="${index * 150}" y="${number * 150}" width="100" height="80" /></bpmndi:BPMNShape>`,
    );
    const edges = flows.map(
      (_, index) =>
        `<bpmndi:BPMNEdge id="${id(`flow${index}_di`)}" bpmnElement="${id(`flow${index}`)}"><di:waypoint x="${index * 150 + 100}" y="${number * 150}" /><di:waypoint x="${index * 150 + 150}" y="${number * 150}" /></bpmndi:BPMNEdge>`,
    );
    bodies.push(`<bpmn:process id="process_${number}">${elements.join("")}${flows.join("")}</bpmn:process>`);
    pools.push(
      `<bpmn:participant id="pool_${number}" name="Pool ${number}" processRef="process_${number}" />`,
    );
    drawn.push(
      `<bpmndi:BPMNShape id="pool_${number}_di" bpmnElement="pool_${number}"><dc:Bounds x="-50" y="${number * 150}" width="${nodes.length * 150 + 50}" height="120" /></bpmndi:BPMNShape>`,
      ...shapes,
      ...edges,
    );
  }
  const namespaces =
    'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"';
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions ${namespaces} id="model" targetNamespace="bench"><bpmn:collaboration id="together">${pools.join("")}</bpmn:collaboration>${bodies.join("")}<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="together">${drawn.join("")}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
