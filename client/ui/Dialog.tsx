import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classNames } from "./classNames.ts";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton.tsx";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Asked for by Escape, the close button and a press outside. Left out: the dialog must be answered. */
  readonly onClose?: (() => void) | undefined;
  /** Default `narrow` (460 px); `wide` is 680 px, `full` 1,180 px: for tables. */
  readonly width?: "narrow" | "wide" | "full";
  readonly role?: "dialog" | "alertdialog";
  readonly children: ReactNode;
}

/** A modal dialog. Focus moves into it, stays there, and goes back to where it was; where it was nowhere, to the map. */
export function Dialog({ title, isOpen, onClose, width = "narrow", role = "dialog", children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
      isDismissable={onClose !== undefined && role === "dialog"}
      isKeyboardDismissDisabled={onClose === undefined}
      className={classNames(styles.overlay)}
      data-modal
    >
      <Modal className={classNames(styles.modal, width !== "narrow" && styles[width])}>
        <AriaDialog role={role} className={classNames(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={classNames(styles.title)}>
              {title}
            </Heading>
            {onClose !== undefined && (
              <IconButton label="Close" onPress={onClose}>
                <X aria-hidden />
              </IconButton>
            )}
          </div>
          <div className={styles.body}>{children}</div>
          <FocusAfterwards />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A dialog that the page has opened by itself has nowhere to give the focus back to: it goes to what the page is about. */
function FocusAfterwards() {
  const [cameFromNowhere] = useState(() => document.activeElement === document.body);
  useEffect(() => {
    if (!cameFromNowhere) return;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
      });
    };
  }, [cameFromNowhere]);
  return null;
}
