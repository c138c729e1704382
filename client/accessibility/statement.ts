/** The day that what is stated here was last tested. */
export const STATED_ON = "22 November 2026";

export const WORKS: readonly string[] = [
  "Do everything with a keyboard alone: add, move, connect, rename, price and delete cards, undo, find, export. The question mark lists the keys on the page of a map.",
  "Work without seeing the drawing: the same map is there as an outline and as tables that you can edit, and every card and line of the drawing has a name that says what it is, what it holds and what it is connected to.",
  "Zoom to 400% without losing anything or scrolling in two directions, apart from the map itself, which is a drawing that you move about in.",
  "Choose light or dark, or leave it to your system; use forced colours (Windows high contrast); print in black and white. Shape and words say everything that colour says.",
  "Change the spacing of letters, words and lines in the panels and pages.",
  "Ask your system for less motion: then nothing slides or fades.",
  "Press every button with an unsteady hand: each is at least 24 by 24 pixels, and nothing needs a drag.",
  "Leave at any moment: nothing runs out of time while you read or write, except a short code or a link that was given for a limited time.",
];

export const NOT_YET: readonly string[] = [
  "Text inside the drawing does not follow your own text spacing, and does not grow apart from the map: it is placed by its measured width. Zoom the map, or use the outline or the tables (WCAG 1.4.12).",
  "Cards and lines are as small as the zoom that you choose. Zoom in to press them, or choose them in the outline (WCAG 2.5.8 allows this for maps).",
  "A map with many hundreds of cards is long to go through with the Tab key. Searching, the outline and the tables are quicker.",
  "Exported pictures (PNG, SVG) have a title and the name of each card, but no description of how they are connected (WCAG 1.1.1). The findings, the outline and the map file say it in words.",
  "What others do on the map (their cursors, what they have chosen) is shown and not read aloud; their changes are in the history.",
];

export const TESTED: readonly string[] = [
  "By machine with every change to the program: axe-core against WCAG 2.0, 2.1 and 2.2, A and AA, in every state of the pages that we list, at 1,366 and at 320 pixels wide; the contrast of words in the states of an owner’s map in the dark and in forced colours, too; the contrast of the pairs of colours that are used together, light and dark; the size of buttons; focus that can be seen and is not covered; text spacing; reduced motion; and a map drawn from beginning to end with a keyboard.",
  "By reading the accessibility tree of the map in the order that a screen reader speaks it, and by looking at the pages, panels, menus and dialogs in the dark, in forced colours and at 320 pixels wide, and at a printed map in grey.",
  "In Chromium, on which Edge and Chrome are built. It has not been tested by people who use assistive technology every day; if you do, please tell us what you meet.",
];
