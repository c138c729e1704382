import { type RefObject, useLayoutEffect, useRef } from "react";
import { nameOf } from "../actions/connectionChoices.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { useHintRoom, wayFromUnder } from "./hintRoom.ts";
import styles from "./PlacingHint.module.css";
import { stopPicking, usePickStore } from "./pickStore.ts";

/** Says that the next click takes the card at the other end of a connection. */
export function PickingHint() {
  const fromId = usePickStore((state) => state.from);
  const { elementById } = useSnapshot();
  const from = fromId === undefined ? undefined : elementById.get(fromId);
  const hint = useRef<HTMLDivElement>(null);
  useRoomForHint(hint, from !== undefined);
  return (
    <div className={styles.holder} role="status">
      {from !== undefined && (
        <div ref={hint} className={classNames(styles.hint, styles.withButton)}>
          <span>
            <strong>
              <Sentence text={`Connect ${nameOf(from)}`} />
            </strong>
            : click or tap the other card, or go to it with the arrow keys and press Enter.
          </span>
          <Button size="small" onPress={() => stopPicking()}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  );
}

/** No card that can be picked lies under the hint: the map goes down by as much as that takes. What is gone to stands below it too. */
function useRoomForHint(hint: RefObject<HTMLElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const { current } = hint;
    const canvas = current?.closest("section");
    if (!isShown || current === null || !canvas) return;
    const cards = canvas.querySelectorAll("[aria-roledescription=card]");
    const canvasTop = canvas.getBoundingClientRect().top;
    const box = current.getBoundingClientRect();
    const down = wayFromUnder(
      box,
      Array.from(cards, (card) => card.getBoundingClientRect()),
      canvasTop,
    );
    if (down > 0) useCanvasStore.getState().viewport?.panBy(0, -down);
    useHintRoom.setState({ heightPx: box.bottom - canvasTop });
    return () => useHintRoom.setState({ heightPx: 0 });
  }, [hint, isShown]);
}
