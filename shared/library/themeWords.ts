import type { LibraryTheme } from "./LibraryEntry.ts";

/** The heading of a theme, and in one sentence what its maps have in common. */
export interface ThemeWords {
  readonly theme: LibraryTheme;
  readonly title: string;
  readonly line: string;
}

/** The themes of the library, in the order in which it is listed. */
export const LIBRARY_THEMES: readonly ThemeWords[] = [
  {
    theme: "prime-contracts",
    title: "Prime contracts",
    line: "One body answers to the commissioner for a whole pathway or population, and buys the rest.",
  },
  {
    theme: "integrated-care-organisations",
    title: "Integrated care organisations",
    line: "A hospital trust or a venture of its own becomes answerable for most of a population’s care.",
  },
  {
    theme: "primary-care-at-scale",
    title: "Primary care at scale",
    line: "General practice working together, and the community providers that grow from it.",
  },
  {
    theme: "alliances",
    title: "Alliances",
    line: "Several bodies under one agreement, none of them above the others.",
  },
  {
    theme: "commissioning-together",
    title: "Commissioning together",
    line: "Commissioners who decide and pay together.",
  },
  {
    theme: "templates",
    title: "Models to start from",
    line: "Contract models and organisational forms without names and figures.",
  },
];
