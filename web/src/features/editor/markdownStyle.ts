import { defaultHandlers, type Handle, type Join, type Options, type Unsafe } from "mdast-util-to-markdown";
import type { Of, Verbatim } from "./mdast";

/** `#12` and `#later` are no headings: fewer signs are escaped than the library would, because they disturb who reads the source. */
const calmer: Unsafe = { atBreak: true, character: "#", after: "[ \\t\\r\\n#]" };
const isReplaced = ({ character, atBreak, after }: Unsafe): boolean => character === "#" && atBreak === true && !after;

/** What tables and strikethrough add. */
const added: Unsafe[] = [
  { character: "~", before: "~", inConstruct: "phrasing" },
  { character: "~", after: "~", inConstruct: "phrasing" },
  { character: "|", inConstruct: "tableCell" as never },
  { atBreak: true, character: "|", after: "[\\t :-]" },
  { atBreak: true, character: ":", after: "-" },
  { atBreak: true, character: "-", after: "[:|-]" },
];

const root: Handle = (node, parent, state, info) => {
  state.unsafe = [...state.unsafe.filter((one) => !isReplaced(one)), calmer];
  return defaultHandlers.root(node, parent, state, info);
};

/** Some programs take a no-break space at the edge of a line for a space, and away. */
const text: Handle = (node, parent, state, info) =>
  defaultHandlers
    .text(node, parent, state, info)
    .replace(/^\u00a0+|\u00a0+$/gm, (found) => "&nbsp;".repeat(found.length));

/** The library writes it like emphasis: with its marks, and with what stands beside them in another form where they would be none. */
const strike: Handle & { attention?: unknown; peek?: Handle } = () => "";
strike.attention = () => ({ construct: "strikethrough", markers: ["~"], sizes: [2] });
strike.peek = () => "~";

/** Rows are not padded: a longer word would change every one of them. */
const table: Handle = (node: Of<"table">, _, state, info) => {
  const exit = state.enter("table" as never);
  const rows = node.children.map(({ children }) =>
    children.map((cell) => {
      const exits = [state.enter("tableCell" as never), state.enter("phrasing")];
      const words = state.containerPhrasing(cell, { ...info, before: " ", after: " " });
      for (const leave of exits.reverse()) leave();
      return words;
    }),
  );
  exit();
  const rule = (rows[0] ?? []).map((_cell, at) => RULES[node.align?.[at] ?? "none"] ?? "---");
  const [head, ...body] = rows.map(row);
  return [head, row(rule), ...body].join("\n");
};

const RULES: Record<string, string> = { left: ":--", center: ":-:", right: "--:", none: "---" };
const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;

/** In a cell a bar is escaped in code too. */
const inlineCode: Handle = (node, parent, state) => {
  const code = defaultHandlers.inlineCode(node, parent, state);
  return state.stack.includes("tableCell" as never) ? code.replace(/\|/g, "\\|") : code;
};

const verbatim: Handle & { peek?: Handle } = (node: Verbatim) => node.value;
verbatim.peek = (node: Verbatim) => node.value.charAt(0);

/** A table needs an empty line around it; the library knows none. */
const join: Join = (left, right) => (left.type === "table" || right.type === "table" ? 1 : undefined);

export const style: Options = {
  bullet: "-",
  bulletOther: "*",
  rule: "-",
  emphasis: "*",
  strong: "*",
  fences: true,
  listItemIndent: "one",
  incrementListMarker: true,
  unsafe: added,
  join: [join],
  handlers: { root, text, delete: strike, table, inlineCode, verbatim } as never,
};
