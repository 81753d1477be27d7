import Parser, { type Env, type MarkdownIt, type Token } from "markdown-it";

/** Longer texts are shown as they were typed: nothing may hold the page. */
export const MOST_CHARACTERS = 100_000;
/** More elements than this in one text would hold the page. */
const MOST_TOKENS = 20_000;
/** Containers within containers. The parser leaves out what is nested deeper, so such a text is not laid out. */
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

/** A text as a tree; null when it is too long, too rich or too deep for one. `env` gets what the parser learns of the text. */
export function readTree(parser: MarkdownIt, text: string, env: Env = {}): Branch[] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const tokens = parser.parse(text, env);
  let count = tokens.length;
  for (const token of tokens) {
    count += token.children?.length ?? 0;
    if (token.level >= MOST_NESTED - 2 || count > MOST_TOKENS) return null;
  }
  return treeOf(tokens);
}

function treeOf(tokens: readonly Token[]): Branch[] {
  const root: Branch[] = [];
  const open: Branch[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const branch = { token, children: token.type === "inline" ? treeOf(token.children ?? []) : [] };
    open.at(-1)?.push(branch);
    if (token.nesting > 0) open.push(branch.children);
  }
  return root;
}
