import { AlignHorizontalJustifyStart } from "lucide-react";
import { type Action, type ActionGroup, runAction } from "../../actions/Action.ts";
import { actions } from "../../actions/actions.ts";
import { useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import styles from "./Inspector.module.css";

/** Has a button of its own below the fields. */
const ELSEWHERE = "delete";
/** What changes what is selected; what is looked for or shown has its place elsewhere. */
const GROUPS: readonly ActionGroup[] = ["Edit", "Arrange"];

/** What can be done with all that is selected: what its context menu offers for a change. */
export function SeveralActions() {
  const session = useSession();
  useSnapshot();
  const offered = actions.filter(
    (action) =>
      action.id !== ELSEWHERE &&
      GROUPS.includes(action.group) &&
      action.menus?.includes("several") === true &&
      action.enabled(session),
  );
  if (offered.length === 0) return null;
  const lining = offered.filter(linesUp);
  return (
    <div className={styles.buttons}>
      {offered
        .filter((action) => !linesUp(action))
        .map((action) => (
          <Button key={action.id} size="small" variant="outline" onPress={() => runAction(action, session)}>
            {action.label}
          </Button>
        ))}
      {lining.length > 0 && (
        <MenuButton
          label="Align and space"
          button={
            <Button size="small" variant="outline">
              <AlignHorizontalJustifyStart aria-hidden />
              Align and space
            </Button>
          }
          entries={lining.map((action) => ({
            id: action.id,
            label: action.label,
            onAction: () => runAction(action, session),
          }))}
        />
      )}
    </div>
  );
}

/** The eight ways of lining cards up share one button: the fields come first. */
function linesUp({ id }: Action): boolean {
  return id.startsWith("align-") || id.startsWith("distribute-");
}
