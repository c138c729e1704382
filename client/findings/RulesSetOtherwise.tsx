import { useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "./FindingsPanel.module.css";
import { openFindingDialog } from "./findingDialogs.ts";
import { ruleSettingsWords } from "./ruleSettings.ts";

/** Says how many rules this map has set otherwise, and leads to them; nothing where it has none. */
export function RulesSetOtherwise() {
  const words = ruleSettingsWords(useSnapshot().map.settings);
  if (words === undefined) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      className={styles.setOtherwise}
      onPress={() => openFindingDialog({ kind: "rules", rule: undefined })}
    >
      {words}
    </Button>
  );
}
