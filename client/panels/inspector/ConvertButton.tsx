import { Shuffle } from "lucide-react";
import { askToConvert } from "../../actions/convertStore.ts";
import { Button } from "../../ui/Button.tsx";

/** Asks what the element is to become. */
export function ConvertButton({ id }: { readonly id: string }) {
  return (
    <Button size="small" variant="outline" onPress={() => askToConvert({ id, target: undefined })}>
      <Shuffle aria-hidden />
      Convert to…
    </Button>
  );
}
