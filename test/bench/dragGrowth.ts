import * as Y from "yjs";
import { edit } from "../../shared/document/edit.ts";
import { seedDocument } from "../../shared/document/seed.ts";
import { libraryMap } from "../../shared/library/library.ts";

const drags = 100;
const framesPerDrag = 60;

/** How much a document grows by drags: with one update at the drop, as Plumbline does, and with one a frame. */
export function benchDragGrowth(): void {
  console.log(`\nDocument growth by ${drags} drags of two people\n`);
  console.log("| a drag writes | updates | document grows by, bytes | log grows by, bytes |");
  console.log("|---|---|---|---|");
  for (const [title, frames] of [
    ["one update, at the drop", 1],
    [`one update a frame (${framesPerDrag})`, framesPerDrag],
  ] as const) {
    const { updates, documentBytes, logBytes } = drag(frames);
    console.log(`| ${title} | ${updates} | ${documentBytes} | ${logBytes} |`);
  }
}

function drag(frames: number) {
  const map = libraryMap("Cambridgeshire: UnitingCare, 2015");
  if (!map) throw new Error("the library lacks the map that this benchmark drags");
  const people = [new Y.Doc(), new Y.Doc()] as const;
  seedDocument(people[0], map);
  Y.applyUpdate(people[1], Y.encodeStateAsUpdate(people[0]));
  const before = Y.encodeStateAsUpdate(people[0]).length;
  let updates = 0;
  let logBytes = 0;
  for (const [index, person] of people.entries()) {
    person.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "other") return;
      updates++;
      logBytes += update.length;
      Y.applyUpdate(people[1 - index] as Y.Doc, update, "other");
    });
  }
  const ids = map.elements.map((element) => element.id);
  for (let index = 0; index < drags; index++) {
    const person = people[index % 2] as Y.Doc;
    for (let frame = 1; frame <= frames; frame++) {
      edit(person, (editor) =>
        editor.setField(ids[index % ids.length] as string, "position", {
          x: index * 4 + frame,
          y: frame * 8,
        }),
      );
    }
  }
  return { updates, documentBytes: Y.encodeStateAsUpdate(people[0]).length - before, logBytes };
}
