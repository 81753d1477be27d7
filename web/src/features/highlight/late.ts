/** What a board needs only while something is highlighted; fetched as soon as somebody looks for it. */
import { preloaded } from "../../ui/preloaded";

const [HighlightHost, fetchHost] = preloaded(() => import("./HighlightHost").then((module) => module.HighlightHost));
const [ColumnMatches, fetchMatches] = preloaded(() => import("./ColumnMatches").then((module) => module.ColumnMatches));
const [ColumnArrows, fetchArrows] = preloaded(() => import("./EdgeArrows").then((module) => module.ColumnArrows));

export { ColumnArrows, ColumnMatches, HighlightHost };
export const fetchHighlight = (): Promise<unknown> => Promise.all([fetchHost(), fetchMatches(), fetchArrows()]);
