const longestName = 80;

/** A file name from the title of a map: what every file system takes, and nothing that a reader would miss. */
export function fileNameFor(title: string, ending: string): string {
  const name = [...title.normalize("NFC").replace(/[\p{C}\\/:*?"<>|]+/gu, " ")]
    .slice(0, longestName)
    .join("")
    .replace(/\s+/gu, " ")
    // Windows drops full stops at the end, Unix hides names that begin with one.
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${name === "" ? "map" : name}.${ending}`;
}
