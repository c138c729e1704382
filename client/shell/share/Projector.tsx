import { Check, Copy, X } from "lucide-react";
import { useState } from "react";
import { Dialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { Role } from "../../../shared/protocol/roles.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/classNames.ts";
import { copyText } from "./copyText.ts";
import styles from "./Projector.module.css";
import { QrCode } from "./QrCode.tsx";
import { ROLE_MEANINGS } from "./roleWords.ts";

/** What is shown to a room. */
export interface Projected {
  readonly role: Role;
  /** What the QR code leads to. */
  readonly address: string;
  /** Left out for a link, which is too long to be typed. */
  readonly code?: string | undefined;
  /** Where the code is typed. */
  readonly join?: string | undefined;
  readonly expiresAt?: Date | undefined;
}

/** A page for the projector: a QR code and, where there is one, a short code that people can read from the back of the room. */
export function Projector({ shown, onClose }: { readonly shown: Projected; readonly onClose: () => void }) {
  const { title } = useSnapshot().map;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={classNames(styles.overlay)}
      data-modal
    >
      <Modal className={classNames(styles.modal)}>
        <Dialog className={classNames(styles.dialog)}>
          <div className={styles.code}>
            <QrCode text={shown.address} label="QR code that opens the map" />
          </div>
          <div className={styles.words}>
            <Heading slot="title" level={2} className={classNames(styles.title)}>
              Join “{title.trim() === "" ? "map without a title" : title}”
            </Heading>
            <HowToJoin shown={shown} />
            <p className={styles.role}>Whoever joins {ROLE_MEANINGS[shown.role]}.</p>
            {shown.expiresAt !== undefined && (
              <p className={styles.soft}>Valid until {untilWords(shown.expiresAt)}.</p>
            )}
            <div className={styles.actions}>
              <CopyButton text={shown.address} />
              <Button onPress={onClose}>
                <X aria-hidden />
                Close
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function HowToJoin({ shown: { code, join } }: { readonly shown: Projected }) {
  if (code === undefined || join === undefined)
    return <p className={styles.step}>Scan the code with your phone, or open the link that you were sent.</p>;
  return (
    <dl className={styles.steps}>
      <dt className={styles.step}>Scan the code, or go to</dt>
      <dd className={styles.address}>{join.replace(/^https?:\/\//, "")}</dd>
      <dt className={styles.step}>and type</dt>
      <dd className={styles.short}>{code}</dd>
    </dl>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  return (
    <>
      <Button
        variant="primary"
        onPress={async () => setOutcome((await copyText(text)) ? "copied" : "refused")}
      >
        {outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
        {outcome === "copied" ? "Copied" : "Copy the address"}
      </Button>
      <span role="status" className={styles.soft}>
        {outcome === "refused" && "This browser did not let Plumbline copy."}
      </span>
    </>
  );
}

const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const dayAndTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

function untilWords(moment: Date): string {
  const isToday = moment.toDateString() === new Date().toDateString();
  return (isToday ? time : dayAndTime).format(moment);
}
