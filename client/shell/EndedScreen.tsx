import { isSignInEnd } from "../signin/isSignInEnd.ts";
import { SignInScreenLater } from "../signin/SignInScreenLater.tsx";
import type { EndReason } from "../sync/ConnectionState.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { MessageScreen } from "../ui/MessageScreen.tsx";
import { PlainButton } from "../ui/PlainButton.tsx";
import { endedWords } from "./connectionWords.ts";

/** For a session that was over before the map had come. */
export function EndedScreen({ reason }: { readonly reason: EndReason }) {
  const { id } = useSession();
  if (isSignInEnd(reason)) return <SignInScreenLater reason={reason} unsent={0} mapId={id} />;
  const { title, advice } = endedWords(reason);
  return (
    <MessageScreen
      title={title}
      actions={
        <>
          {reason === "malformed" && (
            <PlainButton onPress={() => location.reload()}>Reload the page</PlainButton>
          )}
          <a href="/">Go to the start page</a>
        </>
      }
    >
      <p>{advice}</p>
    </MessageScreen>
  );
}
