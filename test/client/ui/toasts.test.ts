import { beforeEach, expect, it } from "vitest";
import { closeOffers, showToast, useToasts } from "../../../client/ui/toasts.ts";

const texts = () => useToasts.getState().toasts.map(({ text }) => text);
const action = { label: "Undo", run: () => undefined };

beforeEach(() => useToasts.setState({ toasts: [] }));

it("takes away what offers to change the map, and neither news nor failures", () => {
  showToast("Done: a guarantee", "notice", action);
  showToast("Pasted 3 cards");
  showToast("Your changes could not be sent", "failure", { ...action, label: "Save as a map file" });
  closeOffers();
  expect(texts()).toEqual(["Pasted 3 cards", "Your changes could not be sent"]);
});
