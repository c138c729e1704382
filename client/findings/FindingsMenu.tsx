import { Settings2 } from "lucide-react";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { FINDINGS_SHOWN_TO, type FindingsShownTo } from "../../shared/model/systemMap.ts";
import { wordFor } from "../../shared/model/words.ts";
import { useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { IconButton } from "../ui/IconButton.tsx";
import menuStyles from "../ui/Menu.module.css";
import popoverStyles from "../ui/Popover.module.css";
import styles from "./FindingsMenu.module.css";
import { openFindingDialog } from "./findingDialogs.ts";
import { performWithUndo } from "./performWithUndo.ts";

const DESCRIPTIONS: Readonly<Record<FindingsShownTo, string>> = {
  all: "In the panel and as badges on the map",
  facilitators: "Nobody else sees the list or the badges, or hears of changes",
};

/** What the facilitator decides about the findings: who sees them, and what each rule is set to on this map. */
export function FindingsMenu() {
  return (
    <MenuTrigger>
      <IconButton label="Findings settings" size="small" tooltipPlacement="left">
        <Settings2 aria-hidden />
      </IconButton>
      <Popover className={classNames(popoverStyles.popover)} offset={6} placement="bottom end">
        <Menu aria-label="Findings settings" className={classNames(menuStyles.menu)}>
          <WhoSees />
          <MenuItem
            id="rules"
            textValue="Rules on this map…"
            className={classNames(menuStyles.item, styles.apart)}
            onAction={() => openFindingDialog({ kind: "rules", rule: undefined })}
          >
            <Text slot="label" className={classNames(menuStyles.label)}>
              Rules on this map…
            </Text>
            <Text slot="description" className={classNames(menuStyles.description)}>
              Change how grave a rule is, or switch it off
            </Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** A choice of one: it is made at once. */
function WhoSees() {
  const session = useSession();
  const shownTo = useSnapshot().map.settings?.findingsShownTo ?? "all";
  const choose = (next: FindingsShownTo | undefined) => {
    if (next === undefined || next === shownTo) return;
    const said =
      next === "all" ? "Everybody sees the findings now." : "Only facilitators see the findings now.";
    performWithUndo(
      session,
      "Change who sees the findings",
      (editor) => editor.setFindingsShownTo(next),
      said,
    );
  };
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shownTo]}
      onSelectionChange={(keys) => choose(FINDINGS_SHOWN_TO.find((each) => keys !== "all" && keys.has(each)))}
    >
      <Header className={classNames(styles.header)}>Who sees the findings</Header>
      {FINDINGS_SHOWN_TO.map((each) => (
        <MenuItem key={each} id={each} textValue={wordFor(each)} className={classNames(menuStyles.item)}>
          <span className={styles.mark} aria-hidden>
            {each === shownTo ? "✓" : ""}
          </span>
          <Text slot="label" className={classNames(menuStyles.label)}>
            {wordFor(each)}
          </Text>
          <Text slot="description" className={classNames(menuStyles.description)}>
            {DESCRIPTIONS[each]}
          </Text>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
