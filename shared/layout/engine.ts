import type { ELK } from "elkjs/lib/elk-api.js";

/** What works out where cards go within their rows: elkjs, which is large and is brought by whoever calls. */
export type LayoutEngine = Pick<ELK, "layout">;
