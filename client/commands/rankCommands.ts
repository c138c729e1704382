import { COMMAND_GROUPS, type Command, type CommandGroup } from "./Command.ts";
import { matchScore, plainText } from "./matchScore.ts";

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
  const possible = commands.filter(({ whyNot }) => whyNot === undefined);
  const impossible = commands.filter(({ whyNot }) => whyNot !== undefined);
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
          { title: "Best match", commands: found(possible, wanted, recent) },
          { title: "Not possible now", commands: found(impossible, wanted, recent) },
        ];
  return sections.filter((section) => section.commands.length > 0);
}

function found(commands: readonly Command[], wanted: string, recent: readonly string[]): readonly Command[] {
  return commands
    .map((command) => {
      const others = plainText(`${command.keywords ?? ""} ${command.detail ?? ""} ${command.group}`);
      const score = matchScore(wanted, plainText(command.title), others);
      return { command, score: score > 0 && recent.includes(command.id) ? score + RECENT_BONUS : score };
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_FOUND)
    .map(({ command }) => command);
}
