import { Trash2 } from "lucide-react";
import { useSession } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { followLink } from "./followLink.ts";

/** Deletes elements and relations in one step that can be undone. */
export function DeleteButton({
  ids,
  what,
}: {
  readonly ids: readonly string[];
  /** What is deleted, in words: "this contract". */
  readonly what: string;
}) {
  const session = useSession();
  return (
    <Button
      variant="danger"
      size="small"
      onPress={() => {
        session.perform(`Delete ${what}`, (editor) => editor.remove(ids));
        followLink([]);
      }}
    >
      <Trash2 aria-hidden />
      Delete {what}
    </Button>
  );
}
