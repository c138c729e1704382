import { useCanEdit, useSnapshot } from "../../sync/sessionContext.tsx";
import { CountList } from "./CountList.tsx";
import { countsInWords } from "./countsInWords.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { SelectedList } from "./SelectedList.tsx";

/** What is selected where it is more than one thing. */
export function SeveralInspector({ ids }: { readonly ids: readonly string[] }) {
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  return (
    <>
      <InspectorHeading kicker="Selection">{ids.length} selected</InspectorHeading>
      <CountList lines={countsInWords(snapshot, ids)} />
      <SelectedList ids={ids} />
      {canEdit && <DeleteButton ids={ids} what={`these ${ids.length}`} />}
    </>
  );
}
