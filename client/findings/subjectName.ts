import type { Snapshot } from "../../shared/document/snapshot.ts";
import { nameOf, sentenceVerb } from "../actions/connectionChoices.ts";
import { elementName } from "../panels/inspector/elementName.ts";

/** What the subject of a finding is called: an element’s name, a line’s sentence, or its id where the map cannot read it. */
export function subjectName({ elementById, relationById }: Snapshot, id: string): string {
  const element = elementById.get(id);
  if (element !== undefined) return elementName(element);
  const relation = relationById.get(id);
  if (relation === undefined) return id;
  const [from, to] = [relation.from, relation.to].map((end) => {
    const ended = elementById.get(end);
    return ended === undefined ? "something missing" : nameOf(ended);
  });
  return `${from} ${sentenceVerb(relation.type)} ${to}`;
}
