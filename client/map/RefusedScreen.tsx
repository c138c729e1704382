import { SignInScreenLater } from "../signin/SignInScreenLater.tsx";
import type { ApiError } from "../sync/callApi.ts";
import { MessageScreen } from "../ui/MessageScreen.tsx";
import { PlainButton } from "../ui/PlainButton.tsx";

const isAboutTheLink = (status: number) => status === 401 || status === 403 || status === 404;

/** Says why the map does not open, and what to do. */
export function RefusedScreen({
  error,
  hadToken,
  unsent,
  onRetry,
}: {
  readonly error: ApiError;
  /** Whether the address held a token, that is, whether somebody came by a link. */
  readonly hadToken: boolean;
  /** Changes on this device that the server has not taken. */
  readonly unsent: number;
  readonly onRetry: () => void;
}) {
  if (error.signIn !== undefined)
    return <SignInScreenLater reason={error.signIn.code} message={error.message} unsent={unsent} />;
  if (!isAboutTheLink(error.status)) return <TryAgain error={error} onRetry={onRetry} />;
  const start = <a href="/">Go to the start page</a>;
  // Whoever shows a valid link is told why it does not help.
  if (error.status === 403)
    return (
      <MessageScreen title="You cannot open this map" actions={start}>
        <p>{error.message}</p>
      </MessageScreen>
    );
  if (hadToken)
    return (
      <MessageScreen title="This link does not open a map" actions={start}>
        <p>It may have been taken back, it may have expired, or the map may have been deleted.</p>
        <p>
          Check that the whole link was copied, up to its very end. If it was, ask the person who sent it for
          a new one.
        </p>
      </MessageScreen>
    );
  return (
    <MessageScreen title="This browser cannot open the map" actions={start}>
      <p>
        Either it holds no valid link to this map, or the map has been deleted. Open the map once with the
        whole link that you were sent; after that this browser remembers it.
      </p>
      <p>If that link does not work any more, ask the owner of the map for a new one.</p>
    </MessageScreen>
  );
}

function TryAgain({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) {
  const isUnreachable = error.status === 0;
  return (
    <MessageScreen
      title={isUnreachable ? "The server cannot be reached" : "The map could not be opened"}
      actions={
        <>
          <PlainButton onPress={onRetry}>Try again</PlainButton>
          <a href="/">Go to the start page</a>
        </>
      }
    >
      <p>
        {isUnreachable
          ? "Nothing is lost: the map is on the server. Check your network connection, then try again."
          : error.message}
      </p>
    </MessageScreen>
  );
}
