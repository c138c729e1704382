import { Check, Copy, QrCode } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Role } from "../../../shared/protocol/roles.ts";
import { Button } from "../../ui/Button.tsx";
import dialogStyles from "../../ui/dialogParts.module.css";
import { TextField } from "../../ui/TextField.tsx";
import { copyText } from "./copyText.ts";
import { ROLE_WORDS } from "./roleWords.ts";
import styles from "./ShareDialog.module.css";

export interface ShownLink {
  readonly role: Role;
  readonly address: string;
  readonly isCopied: boolean;
}

/** A link that can be read and copied now and never again. Where the browser refuses to copy, it is selected for copying by hand. */
export function ShownLinkBox({
  link,
  onShow,
}: {
  readonly link: ShownLink;
  /** Shows it to the room. */
  readonly onShow: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(link.isCopied);
  useEffect(() => {
    if (isCopied) return;
    input.current?.focus();
    input.current?.select();
  }, [isCopied]);
  return (
    <div className={styles.shown}>
      <div className={dialogStyles.row}>
        <TextField
          className={dialogStyles.grow}
          label={`${ROLE_WORDS[link.role]} link`}
          value={link.address}
          isReadOnly
          inputRef={input}
          onFocus={() => input.current?.select()}
        />
        <Button
          onPress={async () => {
            const hasWorked = await copyText(link.address);
            setIsCopied(hasWorked);
            if (!hasWorked) input.current?.select();
          }}
        >
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {isCopied ? "Copied" : "Copy"}
        </Button>
        <Button onPress={onShow}>
          <QrCode aria-hidden />
          QR code
        </Button>
      </div>
      <p role="status" className={dialogStyles.soft}>
        {isCopied
          ? "The link is on the clipboard. It is shown this once."
          : "This browser did not let Plumbline copy. The link is selected: copy it with Ctrl+C or ⌘C. It is shown this once."}
      </p>
    </div>
  );
}
