import { MessageScreen } from "../ui/MessageScreen.tsx";

/** The fragment of the address where the server could not be told, so that the browser still holds its keys. */
export const KEYS_REMAIN = "#keys-remain";

/** Where somebody is after their device has forgotten maps: it holds nothing of them, and says so. */
export function ForgottenPage() {
  const doKeysRemain = location.hash === KEYS_REMAIN;
  return (
    <MessageScreen title="This device has forgotten" actions={<a href="/">Go to the start page</a>}>
      <p>
        The copies, the links and what else this browser remembered are deleted. What the server has stays as
        it is; to open a map here again, you need its whole link.
      </p>
      {doKeysRemain && (
        <p role="alert">
          One thing is left: the server could not be reached, and only with it can this browser give up its
          keys to the maps. Delete the cookies of this site in the browser’s settings, or forget once more
          when there is a connection.
        </p>
      )}
    </MessageScreen>
  );
}
