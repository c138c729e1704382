import { askForStep } from "../findings/findingsViewStore.ts";
import { showTab } from "../panels/panelStore.ts";
import type { Action } from "./Action.ts";

/** Goes to the next finding of the list: its card gets the focus, and the map shows what it is about. */
export const nextFinding: Action = {
  id: "next-finding",
  label: "Next finding",
  group: "View",
  shortcuts: ["F8"],
  keysWork: "anywhere",
  writes: false,
  enabled: () => true,
  run() {
    showTab("findings");
    askForStep(1);
  },
};
