import type { EndReason } from "../sync/ConnectionState.ts";
import { Button } from "../ui/Button.tsx";
import { MessageScreen } from "../ui/MessageScreen.tsx";
import { endedWords } from "./connectionWords.ts";

/** For a session that was over before the map had come. */
export function EndedScreen({ reason }: { readonly reason: EndReason }) {
  const { title, advice } = endedWords(reason);
  return (
    <MessageScreen
      title={title}
      actions={
        <>
          {reason === "malformed" && (
            <Button variant="primary" onPress={() => location.reload()}>
              Reload the page
            </Button>
          )}
          <a href="/">Go to the start page</a>
        </>
      }
    >
      <p>{advice}</p>
    </MessageScreen>
  );
}
