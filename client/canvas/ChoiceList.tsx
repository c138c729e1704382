import { ListBox, ListBoxItem, Text } from "react-aria-components/ListBox";
import type { ConnectionChoice } from "../actions/connectionChoices.ts";
import { connectionWord } from "../actions/connectionWords.ts";
import { Sentence } from "../panels/Sentence.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./Connecting.module.css";

/** The ways to connect two cards, to pick one of. */
export function ChoiceList({
  choices,
  onChoose,
}: {
  readonly choices: readonly ConnectionChoice[];
  readonly onChoose: (choice: ConnectionChoice) => void;
}) {
  return (
    <ListBox
      aria-label="Kinds of connection"
      autoFocus="first"
      className={classNames(styles.list)}
      items={choices}
      selectionMode="none"
      onAction={(key) => {
        const choice = choices.find((one) => one.key === key);
        if (choice !== undefined) onChoose(choice);
      }}
    >
      {(choice) => (
        <ListBoxItem id={choice.key} textValue={choice.label} className={classNames(styles.choice)}>
          <Text slot="label" className={classNames(styles.kind)}>
            {connectionWord(choice.makes)}
          </Text>
          <Text slot="description" className={classNames(styles.sentence)}>
            <Sentence text={choice.label} />
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
