import { nameOf } from "../actions/connectionChoices.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./PlacingHint.module.css";
import { stopPicking, usePickStore } from "./pickStore.ts";

/** Says that the next click takes the card at the other end of a connection. */
export function PickingHint() {
  const fromId = usePickStore((state) => state.from);
  const { elementById } = useSnapshot();
  const from = fromId === undefined ? undefined : elementById.get(fromId);
  return (
    <div className={styles.holder} role="status">
      {from !== undefined && (
        <div className={classNames(styles.hint, styles.withButton)}>
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
