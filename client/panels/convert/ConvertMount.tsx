import { useConvertStore } from "../../actions/convertStore.ts";
import { loadLater } from "../../ui/loadLater.tsx";

const ConvertDialog = loadLater(async () => (await import("./ConvertDialog.tsx")).ConvertDialog);

/** Where the question comes up what an element is to become. */
export function ConvertMount() {
  const asked = useConvertStore((state) => state.asked);
  if (asked === undefined) return null;
  return <ConvertDialog asked={asked} />;
}
