import { askForStep } from "../findings/findingsViewStore.ts";
import { showTab } from "../panels/panelStore.ts";
import type { Action } from "./Action.ts";

/** Goes back to the finding before. */
export const previousFinding: Action = {
  id: "previous-finding",
  label: "Previous finding",
  group: "View",
  shortcuts: ["Shift+F8"],
  keysWork: "anywhere",
  writes: false,
  enabled: () => true,
  run() {
    showTab("findings");
    askForStep(-1);
  },
};
