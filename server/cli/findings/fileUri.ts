import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A path as a URI: relative as it was given, so that it holds in another checkout too, else from the root. */
export function fileUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}
