import { expect } from "@playwright/test";
import { ANN, MapPage } from "./support/MapPage.ts";
import { makeMap, UNITING_CARE } from "./support/makeMap.ts";
import { test } from "./support/watchedTest.ts";

test("after joining, the keyboard goes on from the map; keys of views and search work around it, and not in a text field", async ({
  page,
  request,
}) => {
  const { keyboard } = page;
  const { links } = await makeMap(request, { template: UNITING_CARE });
  const map = new MapPage(page);
  await page.goto(links.owner);
  await map.introduce(ANN);
  const mode = (name: string) => page.getByRole("radio", { name });
  const search = map.canvas.getByRole("combobox");

  await test.step("the focus is on the map, and Tab goes to its first card", async () => {
    await expect(page.getByRole("main")).toBeFocused();
    await keyboard.press("Tab");
    await expect(map.canvas.locator(".react-flow__node").first()).toBeFocused();
  });

  await test.step("from a tab of the panel to the outline and back", async () => {
    await page.getByRole("tab", { name: /^Findings/ }).focus();
    await keyboard.press("Alt+2");
    await expect(mode("Outline")).toBeChecked();
    await page.getByRole("tab", { name: /^Findings/ }).focus();
    await keyboard.press("Alt+1");
    await expect(mode("Map")).toBeChecked();
  });

  await test.step("from the bar at the bottom to the search, in which the same keys are text", async () => {
    await page.getByRole("button", { name: "Zoom in" }).focus();
    await keyboard.press("/");
    await expect(search).toBeFocused();
    await keyboard.type("a/b");
    await expect(search).toHaveValue("a/b");
  });
});
