import type { MapSession } from "../sync/MapSession.ts";
import { TAKEN_FILES, takeFile } from "./takeFile.ts";

/** Asks for a file on this device and takes it into the map. */
export function chooseFile(session: MapSession): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = TAKEN_FILES;
  // Some browsers open nothing for what is not on the page.
  input.hidden = true;
  document.body.append(input);
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) void takeFile(session, file);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  input.click();
}
