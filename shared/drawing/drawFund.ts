import { FUND_CAP } from "../geometry/outline.ts";
import { coordinate as n, QUARTER_CIRCLE } from "../geometry/pathData.ts";
import type { Fund } from "../model/element.ts";
import { bandWords } from "../model/words.ts";
import { onGrid, outline } from "./cardFrame.ts";
import { bandBlock, factBlocks, nameBlock } from "./cardText.ts";
import type { Drawing } from "./shapes.ts";
import { textBlocks } from "./textBlock.ts";

const WIDTH = 216;
const PADDING = 16;

/** A fund: a cylinder, amber. */
export function drawFund(fund: Fund): Drawing {
  const top = 2 * FUND_CAP + 6;
  const body = textBlocks(
    [bandBlock(bandWords(fund).title, "fundInk"), nameBlock(fund, 14.5), ...factBlocks(fund)],
    {
      x: PADDING,
      y: top,
      widthPx: WIDTH - 2 * PADDING,
      align: "middle",
    },
  );
  const height = onGrid(top + body.heightPx + FUND_CAP + 4);
  return {
    width: WIDTH,
    height,
    shapes: [
      outline(cylinder(WIDTH, height), fund, "fundEdge", 2),
      { ...outline(lid(WIDTH), fund, "fundEdge", 2, "fund") },
      ...body.shapes,
    ],
  };
}

function halfEllipse(fromX: number, toX: number, y: number, rise: number): string {
  const middle = (fromX + toX) / 2;
  const kx = ((toX - fromX) / 2) * QUARTER_CIRCLE;
  const ky = rise * QUARTER_CIRCLE;
  return (
    `C${n(fromX)} ${n(y + ky)} ${n(middle - kx)} ${n(y + rise)} ${n(middle)} ${n(y + rise)}` +
    `C${n(middle + kx)} ${n(y + rise)} ${n(toX)} ${n(y + ky)} ${n(toX)} ${n(y)}`
  );
}

function cylinder(width: number, height: number): string {
  const bottom = height - 1 - FUND_CAP;
  const top = 1 + FUND_CAP;
  return `M1 ${n(top)}${halfEllipse(1, width - 1, top, -FUND_CAP)}L${n(width - 1)} ${n(bottom)}${halfEllipse(width - 1, 1, bottom, FUND_CAP)}Z`;
}

function lid(width: number): string {
  const top = 1 + FUND_CAP;
  return `M1 ${n(top)}${halfEllipse(1, width - 1, top, -FUND_CAP)}${halfEllipse(width - 1, 1, top, FUND_CAP)}Z`;
}
