import { COMMAND_GROUPS, type Command, type CommandGroup } from "./Command.ts";
import { bestMatches, plainText } from "./matchScore.ts";

/** Commands under one heading. */
export interface CommandSection {
  readonly title: CommandGroup | "Used last" | "Best match" | "Not possible now";
  readonly commands: readonly Command[];
}

const MOST_FOUND = 40;
const RECENT_BONUS = 6;

/**
 * What the list shows. Without a search: what was used last, then every command by its group, then what cannot run now.
 * With one: what fits, the best first, and what fits and cannot run now after it.
 */
export function rankCommands(
  commands: readonly Command[],
  search: string,
  recent: readonly string[],
): readonly CommandSection[] {
  const wanted = plainText(search);
  const fitting = wanted === "" ? commands : found(commands, wanted, recent);
  const possible = fitting.filter(({ whyNot }) => whyNot === undefined);
  const impossible = fitting.filter(({ whyNot }) => whyNot !== undefined);
  const sections: CommandSection[] =
    wanted === ""
      ? [
          {
            title: "Used last",
            commands: recent.flatMap((id) => possible.find((one) => one.id === id) ?? []),
          },
          ...COMMAND_GROUPS.map((title) => ({
            title,
            commands: possible.filter(
              ({ group, id, onlyInSearch }) =>
                group === title && onlyInSearch !== true && !recent.includes(id),
            ),
          })),
          {
            title: "Not possible now",
            commands: impossible.filter(({ onlyInSearch }) => onlyInSearch !== true),
          },
        ]
      : [
          { title: "Best match", commands: possible.slice(0, MOST_FOUND) },
          { title: "Not possible now", commands: impossible.slice(0, MOST_FOUND) },
        ];
  return sections.filter((section) => section.commands.length > 0);
}

function found(commands: readonly Command[], wanted: string, recent: readonly string[]): readonly Command[] {
  return bestMatches(commands, (command, compare) => {
    const { title, others } = plainWordsOf(command);
    const score = compare(wanted, title, others);
    return score > 0 && recent.includes(command.id) ? score + RECENT_BONUS : score;
  });
}

interface PlainWords {
  readonly title: string;
  readonly others: string;
}

/** A command is searched at every letter that is typed. */
const known = new WeakMap<Command, PlainWords>();

function plainWordsOf(command: Command): PlainWords {
  const words = known.get(command) ?? {
    title: plainText(command.title),
    others: plainText(`${command.keywords ?? ""} ${command.detail ?? ""} ${command.group}`),
  };
  known.set(command, words);
  return words;
}
