import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { MapSession } from "../sync/MapSession.ts";
import type { Command } from "./Command.ts";
import { collectCommands } from "./collectCommands.ts";
import { closeCommands } from "./commandStore.ts";
import { type CommandSection, rankCommands } from "./rankCommands.ts";
import { recentCommands, rememberCommand } from "./recentCommands.ts";

/** What is searched for, what was found, and which of it Enter does. */
export interface CommandSearch {
  readonly text: string;
  readonly sections: readonly CommandSection[];
  /** Id of the command that Enter runs; undefined where nothing was found. */
  readonly active: string | undefined;
  readonly listId: string;
  optionId(command: string): string;
  setText(text: string): void;
  setActive(command: string): void;
  onKeyDown(event: KeyboardEvent): void;
  /** Runs a command that can run, and closes the list. */
  run(command: Command): void;
}

const PAGE = 8;

/** Searches the commands that there are at the moment the list is opened. */
export function useCommandSearch(session: MapSession, startText: string): CommandSearch {
  const listId = useId();
  const [text, setText] = useState(startText);
  const [wanted, setWanted] = useState<string>();
  const [commands] = useState(() => collectCommands(session));
  const [recent] = useState(recentCommands);
  const sections = useMemo(() => rankCommands(commands, text, recent), [commands, text, recent]);
  const listed = sections.flatMap((section) => section.commands);
  const at = Math.max(
    0,
    listed.findIndex(({ id }) => id === wanted),
  );
  const active = listed[at];

  const run = (command: Command) => {
    if (command.whyNot !== undefined) return;
    rememberCommand(command.id);
    closeCommands();
    // The dialog gives the focus back first; what is run may take it elsewhere.
    requestAnimationFrame(() => requestAnimationFrame(command.run));
  };
  const move = (index: number) => setWanted(listed[index]?.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = listed.length - 1;
    if (event.key === "ArrowDown") move(at === last ? 0 : at + 1);
    else if (event.key === "ArrowUp") move(at === 0 ? last : at - 1);
    else if (event.key === "PageDown") move(Math.min(at + PAGE, last));
    else if (event.key === "PageUp") move(Math.max(at - PAGE, 0));
    else if (event.key === "Enter" && active !== undefined) run(active);
    else return;
    event.preventDefault();
  };
  return {
    text,
    sections,
    active: active?.id,
    listId,
    optionId: (command) => `${listId}-${command}`,
    setText(next) {
      setText(next);
      setWanted(undefined);
    },
    setActive: setWanted,
    onKeyDown,
    run,
  };
}
