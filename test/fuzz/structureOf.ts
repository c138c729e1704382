import * as Y from "yjs";

/**
 * Everything under a key of a document, as deep as it goes, also what no honest program would read, and how far each client got.
 * Lists are left out: no map has one, and the order within a forged one is nobody's.
 */
export function structureOf(doc: Y.Doc): unknown {
  const roots = [...doc.share].map(([name, type]) => [name, fieldsOf(type)] as const);
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return { roots: Object.fromEntries(roots.filter(([, fields]) => Object.keys(fields).length > 0)), clocks };
}

function fieldsOf(type: Pick<Y.AbstractType<never>, "_map">): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, { content, deleted, id }] of type._map) {
    if (deleted) continue;
    // What is joined to one item differs from copy to copy: the value is the last.
    fields[key] =
      content instanceof Y.ContentType ? [id, fieldsOf(content.type)] : (content.getContent().at(-1) ?? null);
  }
  return fields;
}
