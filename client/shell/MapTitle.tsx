import { type KeyboardEvent, useState } from "react";
import { Button } from "react-aria-components/Button";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { useCanEdit, useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./MapTitle.module.css";

/** The map's title, to be edited in place: Enter and leaving the field keep the change, Escape drops it. */
export function MapTitle() {
  const session = useSession();
  const canEdit = useCanEdit();
  const title = useOfSnapshot(({ map }) => map.title);
  const [draft, setDraft] = useState<string>();
  const shown = title.trim() === "" ? "Map without a title" : title;

  const keep = () => {
    const next = draft?.trim();
    if (next !== undefined && next !== "" && next !== title)
      session.perform("Change the title", (editor) => editor.setMapField("title", next));
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") keep();
    if (event.key === "Escape") setDraft(undefined);
  };

  if (draft !== undefined && canEdit)
    return (
      <h1 className={styles.title}>
        <input
          className={styles.input}
          aria-label="Title of the map"
          dir="auto"
          value={draft}
          maxLength={LIMITS.titleCharacters}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={keep}
          // biome-ignore lint/a11y/noAutofocus: the field replaces the button that had the focus.
          autoFocus
          onFocus={(event) => event.target.select()}
        />
      </h1>
    );
  return (
    <h1 className={styles.title} title={shown} dir="auto">
      {canEdit ? (
        <Button
          className={classNames(styles.edit)}
          aria-description="Press to change the title"
          onPress={() => setDraft(title)}
        >
          {shown}
        </Button>
      ) : (
        <span className={styles.plain}>{shown}</span>
      )}
    </h1>
  );
}
