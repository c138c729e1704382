import { useEffect } from "react";
import { useOthers } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { stopFollowing, useFollowStore } from "./followStore.ts";
import styles from "./PlacingHint.module.css";

/** Shows what somebody else sees, as long as they are followed, and says so. */
export function FollowHint() {
  const clientId = useFollowStore((state) => state.clientId);
  useEffect(() => () => void stopFollowing(), []);
  return (
    <div className={styles.holder} role="status">
      {clientId !== undefined && <Following clientId={clientId} />}
    </div>
  );
}

function Following({ clientId }: { readonly clientId: number }) {
  const others = useOthers();
  const viewport = useCanvasStore((state) => state.viewport);
  const person = others.find((other) => other.clientId === clientId);
  const hasLeft = person === undefined;
  const view = person?.view;
  useEffect(() => {
    if (hasLeft) stopFollowing();
  }, [hasLeft]);
  useEffect(() => {
    if (view !== undefined) viewport?.showArea(view);
  }, [view, viewport]);
  if (person === undefined) return null;
  return (
    <div className={classNames(styles.hint, styles.withButton)}>
      <span>
        You see what <strong>{person.name}</strong> sees, until you move the map yourself.
      </span>
      <Button size="small" onPress={() => stopFollowing()}>
        Stop
      </Button>
    </div>
  );
}
