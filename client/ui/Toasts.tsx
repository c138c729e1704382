import { X } from "lucide-react";
import { Button } from "./Button.tsx";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import styles from "./Toasts.module.css";
import { closeToast, useToasts } from "./toasts.ts";

/** Where short messages appear. Stands once on every page. */
export function Toasts() {
  const { toasts } = useToasts();
  return (
    <div className={styles.region} role="status" aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <div key={toast.id} className={classNames(styles.toast, toast.kind === "failure" && styles.failure)}>
          <span className={styles.text}>{toast.text}</span>
          {toast.action !== undefined && (
            <Button
              size="small"
              variant="outline"
              onPress={() => {
                closeToast(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton label="Close this message" size="small" onPress={() => closeToast(toast.id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
