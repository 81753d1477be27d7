import type { toMarkdown } from "mdast-util-to-markdown";

type Nodes = Parameters<typeof toMarkdown>[0];

/** A kind of node of the tree that is written as Markdown. */
export type Of<Kind extends Nodes["type"]> = Extract<Nodes, { type: Kind }>;
export type Flow = Of<"blockquote">["children"][number];
export type Phrasing = Of<"paragraph">["children"][number];
/** Written as it stands: what has its own Markdown, such as a mention. */
export type Verbatim = { type: "verbatim"; value: string };
