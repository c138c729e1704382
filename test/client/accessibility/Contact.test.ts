import { expect, test } from "vitest";
import { hrefOf } from "../../../client/accessibility/Contact.tsx";

test.each([
  ["access@example.org", "mailto:access@example.org"],
  ["https://example.org/access", "https://example.org/access"],
  ["01223 123 456", "tel:01223123456"],
  ["+44 (0)1223 123456", "tel:+4401223123456"],
])("%s can be pressed", (contact, href) => {
  expect(hrefOf(contact)).toBe(href);
});

test.each(["the digital team", "javascript:alert(1)", "data:text/html,x", "javascript:a@b", "12"])(
  "%s is only read",
  (contact) => {
    expect(hrefOf(contact)).toBeUndefined();
  },
);
