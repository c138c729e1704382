/**
 * react-aria puts a style element into the page for what can be pressed, which the content-security policy forbids, unless an
 * element with its id is there already. The rule itself stands in `base.css`.
 */
export function keepReactAriaFromAddingStyles(page: Document): void {
  const placeholder = page.createElement("meta");
  placeholder.id = "react-aria-pressable-style";
  page.head.append(placeholder);
}
