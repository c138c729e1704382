import { useMemo, useState } from "react";
import type { MapElement } from "../../../shared/model/element.ts";
import { newId } from "../../../shared/model/newId.ts";
import { type Conversion, planConversion } from "../../actions/conversion.ts";
import { askToConvert, type ConvertAsked } from "../../actions/convertStore.ts";
import { useCanEdit, useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import parts from "../../ui/dialogParts.module.css";
import { ChoiceFieldEditor } from "../inspector/ChoiceFieldEditor.tsx";
import { elementName } from "../inspector/elementName.ts";
import { Sentence } from "../Sentence.tsx";
import { applyConversion, applyKind, targetWord } from "./applyConversion.ts";
import { KindChange } from "./KindChange.tsx";
import { TypeChange } from "./TypeChange.tsx";
import { TARGET_GROUPS, targetOf } from "./targets.ts";

const close = () => askToConvert(undefined);

/** Asks what an element is to become, and says beforehand what would be lost or would no longer fit. */
export function ConvertDialog({ asked }: { readonly asked: ConvertAsked }) {
  const element = useSnapshot().elementById.get(asked.id);
  if (element !== undefined) return <Question key={asked.id} element={element} first={asked.target} />;
  return (
    <Dialog title="Convert" isOpen onClose={close}>
      <div className={parts.stack}>
        <p>What you wanted to convert has been deleted by somebody else.</p>
        <div className={parts.actions}>
          <Button variant="primary" onPress={close}>
            Close
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Question({ element, first }: { readonly element: MapElement; readonly first: string | undefined }) {
  const session = useSession();
  const canEdit = useCanEdit();
  const snapshot = useSnapshot();
  const own =
    "kind" in element && element.kind !== undefined ? `${element.type}/${element.kind}` : element.type;
  const [value, setValue] = useState(first ?? own);
  const target = targetOf(value);
  const isOther = target !== undefined && value !== own;
  const conversion = useMemo<Conversion | undefined>(
    () =>
      !isOther || target === undefined || target.type === element.type
        ? undefined
        : planConversion(snapshot, element, target, newId),
    [snapshot, element, target, isOther],
  );
  const apply = () => {
    close();
    if (conversion !== undefined) applyConversion(session, element, conversion);
    else if (target?.kind !== undefined) applyKind(session, element, target.kind);
  };
  return (
    <Dialog title={first === undefined ? "Convert" : "Change the kind?"} isOpen onClose={close}>
      <div className={parts.stack}>
        <p className={parts.strong}>
          <Sentence text={elementName(element)} />
        </p>
        <ChoiceFieldEditor
          label="Becomes"
          required
          groups={TARGET_GROUPS}
          value={value}
          onSave={(chosen) => setValue(chosen ?? own)}
        />
        <div aria-live="polite" className={parts.stack}>
          {!isOther && <p className={parts.soft}>Choose what it is to become.</p>}
          {conversion !== undefined && <TypeChange conversion={conversion} />}
          {isOther && conversion === undefined && target?.kind !== undefined && (
            <KindChange element={element} kind={target.kind} />
          )}
        </div>
        <div className={parts.actions}>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={!canEdit || !isOther} onPress={apply}>
            {target === undefined || !isOther ? "Convert" : `Make it: ${targetWord(target)}`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
