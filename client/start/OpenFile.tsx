import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./OpenFile.module.css";

/** Where a map file is dropped or chosen. */
export function OpenFile({
  isBusy,
  isDisabled,
  onFile,
}: {
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !isDisabled) onFile(file);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside, which everybody can use.
    <div
      className={classNames(styles.zone, isOver && styles.over)}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp className={styles.icon} aria-hidden />
      <p className={styles.hint}>Drop a map file here, or</p>
      <Button isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {isBusy ? "Opening …" : "Choose a map file"}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </div>
  );
}
