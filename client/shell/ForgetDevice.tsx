import { use } from "react";
import { OverlayTriggerStateContext } from "react-aria-components/Dialog";
import { Button } from "../ui/Button.tsx";
import { askWhatToForget } from "./forgetStore.ts";

/**
 * A button by which somebody deletes what this device keeps of the map, or of all maps: for a computer that is not theirs. It closes the
 * popover that it stands in.
 */
export function ForgetDevice() {
  const popover = use(OverlayTriggerStateContext);
  return (
    <Button
      size="small"
      onPress={() => {
        popover?.close();
        askWhatToForget(true);
      }}
    >
      Forget on this device …
    </Button>
  );
}
