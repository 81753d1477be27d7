import Parser, { type MarkdownIt, type Token } from "markdown-it";

/** Longer texts are shown as they were typed: nothing may hold the page. */
export const MOST_CHARACTERS = 100_000;
/** Containers within containers; what is nested deeper is shown as text. */
const MOST_NESTED = 60;

type Choices = {
  /** Keeps HTML apart as tokens of its own; nothing ever puts it into a page. Otherwise it is text. */
  html: boolean;
  isLink: (href: string) => boolean;
};

/** CommonMark with GFM's tables, strikethrough and bare addresses. Task lists are read from the items' first words. */
export function makeParser({ html, isLink }: Choices): MarkdownIt {
  const parser = new Parser({ html, linkify: true, maxNesting: MOST_NESTED });
  // Without a scheme only `www.` makes an address: a file name such as `notes.md` is none.
  parser.linkify.set({ fuzzyLink: false }).add("//", null).add("www.", { validate: hostLength, normalize: withScheme });
  parser.validateLink = isLink;
  return parser;
}

type Schema = NonNullable<Parameters<MarkdownIt["linkify"]["add"]>[1]>;

const hostLength: Schema["validate"] = (text, at, { re }) => {
  const host = re.get_relative_proto_validator();
  host.lastIndex = at;
  return host.exec(text)?.[0].length ?? 0;
};

const withScheme: Schema["normalize"] = (match) => {
  match.url = `https://${match.url}`;
};

/** A token with what stands between it and its end. */
export type Branch = { token: Token; children: Branch[] };

/** The flat list of a parser as a tree; also counts, so that a page too rich can be refused. */
export function treeOf(tokens: readonly Token[]): { branches: Branch[]; count: number } {
  const root: Branch[] = [];
  const open: Branch[][] = [root];
  let count = 0;
  for (const token of tokens) {
    count += 1;
    if (token.nesting < 0) {
      if (open.length > 1) open.pop();
      continue;
    }
    const inside = token.children ? treeOf(token.children) : { branches: [], count: 0 };
    count += inside.count;
    const branch = { token, children: token.type === "inline" ? inside.branches : [] };
    open.at(-1)?.push(branch);
    if (token.nesting > 0) open.push(branch.children);
  }
  return { branches: root, count };
}
