import { Component, type ReactNode } from "react";
import { MessageScreen } from "./MessageScreen.tsx";
import { PlainButton } from "./PlainButton.tsx";

interface Props {
  readonly children: ReactNode;
}

/** Shows a page that can be acted on where drawing the interface has failed. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <MessageScreen
        title="This page has stopped working"
        actions={<PlainButton onPress={() => location.reload()}>Reload the page</PlainButton>}
      >
        <p>
          Something in Plumbline went wrong. Everything that was shown as “Saved for everyone” is safe on the
          server. Reloading the page brings it back.
        </p>
      </MessageScreen>
    );
  }
}
