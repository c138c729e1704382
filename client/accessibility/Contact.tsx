import { useEffect, useState } from "react";
import { callApi, isRecord } from "../sync/callApi.ts";

/** Whom to tell: whoever the operator of this server names, else whoever sent the link. */
export function Contact() {
  const contact = useContact();
  const href = contact === undefined ? undefined : hrefOf(contact);
  return (
    <p>
      Contact{" "}
      {contact === undefined ? (
        "whoever sent you the link to the map"
      ) : href === undefined ? (
        contact
      ) : (
        <a href={href}>{contact}</a>
      )}
      .
    </p>
  );
}

/** Where a contact leads when it is pressed; undefined for what is only to be read. */
export function hrefOf(contact: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(contact)) return `mailto:${contact}`;
  return /^\+?[\d\s()-]{6,}$/.test(contact) ? `tel:${contact.replace(/[^\d+]/g, "")}` : undefined;
}

/** Undefined until it has come, and where it does not come: the sentence is right either way. */
function useContact(): string | undefined {
  const [contact, setContact] = useState<string>();
  useEffect(() => {
    const abort = new AbortController();
    callApi("/api/about", { signal: abort.signal })
      .then((about) => {
        if (isRecord(about) && typeof about.accessibilityContact === "string")
          setContact(about.accessibilityContact);
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, []);
  return contact;
}
