import { firstScreenFiles } from "./scripts/firstScreenFiles.mjs";

export default [
  {
    name: "JavaScript before a map is on the screen",
    path: firstScreenFiles(),
    limit: "250 kB",
    gzip: true,
  },
];
