/** What a board needs only while something is highlighted; fetched as soon as somebody looks for it. */
import { preloaded } from "../../ui/preloaded";

const [HighlightHost, fetchHost] = preloaded(() => import("./HighlightHost").then((module) => module.HighlightHost));
const [ColumnMatches, fetchMatches] = preloaded(() => import("./ColumnMatches").then((module) => module.ColumnMatches));
const [ListMatches, fetchListMatches] = preloaded(() => import("./ColumnMatches").then((module) => module.ListMatches));
const [ColumnArrows, fetchArrows] = preloaded(() => import("./EdgeArrows").then((module) => module.ColumnArrows));
const [ListArrows, fetchListArrows] = preloaded(() => import("./EdgeArrows").then((module) => module.ListArrows));

export { ColumnArrows, ColumnMatches, HighlightHost, ListArrows, ListMatches };

const all = [fetchHost, fetchMatches, fetchListMatches, fetchArrows, fetchListArrows];
export const fetchHighlight = (): Promise<unknown> => Promise.all(all.map((fetchIt) => fetchIt()));
