import { Check, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import styles from "./Menu.module.css";
import popoverStyles from "./Popover.module.css";
import { chooseTheme, type Theme, useTheme } from "./theme.ts";

const THEMES: readonly { readonly id: Theme; readonly label: string; readonly icon: ReactNode }[] = [
  { id: "system", label: "As the system", icon: <Monitor aria-hidden /> },
  { id: "light", label: "Light", icon: <Sun aria-hidden /> },
  { id: "dark", label: "Dark", icon: <Moon aria-hidden /> },
];

/** A button with the choice between light and dark, remembered on this device. */
export function ThemeMenu() {
  const theme = useTheme();
  const shown = THEMES.find(({ id }) => id === theme);
  return (
    <MenuTrigger>
      <IconButton label="Appearance">{shown?.icon}</IconButton>
      <Popover className={classNames(popoverStyles.popover)} offset={6} placement="bottom end">
        <Menu
          aria-label="Appearance"
          className={classNames(styles.menu, styles.narrow)}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = THEMES.find(({ id }) => keys !== "all" && keys.has(id));
            if (chosen !== undefined) chooseTheme(chosen.id);
          }}
        >
          {THEMES.map(({ id, label, icon }) => (
            <MenuItem key={id} id={id} textValue={label} className={classNames(styles.item)}>
              {icon}
              <Text slot="label" className={classNames(styles.label)}>
                {label}
              </Text>
              <Check aria-hidden className={classNames(styles.chosen)} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
