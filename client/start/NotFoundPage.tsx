import { MessageScreen } from "../ui/MessageScreen.tsx";

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <MessageScreen title="There is no page at this address" actions={<a href="/">Go to the start page</a>}>
      <p>
        A link to a map looks like <em>…/m/</em> followed by letters and numbers. Check that the whole link
        was copied, up to its very end.
      </p>
    </MessageScreen>
  );
}
