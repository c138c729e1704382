import { Companions } from "./Companions.ts";
import { largeMap } from "./largeMap.ts";

// A process of its own: ten documents that hear everything would hold up the program that drives the browser.
const [port, id, token, elements, relations, count] = process.argv.slice(2);
const companions = await Companions.join(
  Number(port),
  { id: id ?? "", token: token ?? "", link: "" },
  largeMap(Number(elements), Number(relations)),
  Number(count),
);
process.on("disconnect", () => {
  companions.leave();
  process.exit();
});
process.send?.("joined");
