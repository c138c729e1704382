import { lazy, Suspense } from "react";
import type { Projected } from "./Projector.tsx";

const Projector = lazy(async () => ({ default: (await import("./Projector.tsx")).Projector }));

/** The page for the projector, loaded when something is to be shown on it. */
export function ProjectorLater({
  shown,
  onClose,
}: {
  readonly shown: Projected | undefined;
  readonly onClose: () => void;
}) {
  if (shown === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Projector shown={shown} onClose={onClose} />
    </Suspense>
  );
}
