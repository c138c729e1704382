import { loadOnUse } from "../../ui/loadLater.tsx";
import type { Projected } from "./Projector.tsx";

const Projector = loadOnUse(async () => (await import("./Projector.tsx")).Projector);

/** The page for the projector, loaded when something is to be shown on it. */
export function ProjectorLater({
  shown,
  onClose,
}: {
  readonly shown: Projected | undefined;
  readonly onClose: () => void;
}) {
  if (shown === undefined) return null;
  return <Projector shown={shown} onClose={onClose} />;
}
