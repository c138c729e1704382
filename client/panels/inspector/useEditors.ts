import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Person } from "../../sync/MapSession.ts";
import { useShownMap } from "../../sync/sessionContext.tsx";

/** Somebody who is in a field now. */
export type FieldEditing = Pick<Person, "clientId" | "name" | "colour">;

/** Who is in which field of one record, by the field’s name. */
export type Editors = ReadonlyMap<string, readonly FieldEditing[]>;

/** Follows who else is in which field of a record. What they do with their pointers draws nothing anew. */
export function useEditors(recordId: string | undefined): Editors {
  const shown = useShownMap();
  const words = useSyncExternalStore(
    shown.subscribe,
    useCallback(() => JSON.stringify(editorsOf(shown.others(), recordId)), [shown, recordId]),
  );
  return useMemo(() => {
    const editors = new Map<string, FieldEditing[]>();
    for (const { field, ...person } of JSON.parse(words) as ReturnType<typeof editorsOf>)
      editors.set(field, [...(editors.get(field) ?? []), person]);
    return editors;
  }, [words]);
}

/** Those who are in a field of the record, in the order given. */
export function editorsOf(
  people: readonly Person[],
  recordId: string | undefined,
): readonly (FieldEditing & { readonly field: string })[] {
  return people.flatMap(({ clientId, name, colour, field }) =>
    field !== undefined && field.id === recordId ? [{ field: field.name, clientId, name, colour }] : [],
  );
}
