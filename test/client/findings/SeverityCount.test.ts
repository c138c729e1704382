import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SeverityCount } from "../../../client/findings/SeverityCount.tsx";

const said = (count: number) => {
  const markup = renderToStaticMarkup(createElement(SeverityCount, { severity: "error", count }));
  const letters = (html = "") => html.replace(/<[^>]*>/g, "");
  const shape = /<svg.*<\/svg>/.exec(markup)?.[0];
  return { inShape: letters(shape), beside: letters(markup.replace(shape ?? "", "")) };
};

it("writes a short number into the shape and a long one beside it, whole either way for those who listen", () => {
  expect(said(36)).toEqual({ inShape: "36", beside: "36 Must fix" });
  expect(said(2132)).toEqual({ inShape: "!", beside: "2132 Must fix" });
});
