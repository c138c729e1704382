import { answerCalls } from "../thread/answerCalls.ts";
import { digest, historyEntries, mapFileAt } from "./history.ts";
import { newMap } from "./newMap.ts";
import { libraryFindings, libraryPicture } from "./readLibrary.ts";
import { findings, mapFile, png, svg } from "./readMap.ts";

answerCalls(
  { newMap, mapFile, findings, svg, png, libraryFindings, libraryPicture, digest, historyEntries, mapFileAt },
  () => [],
);
