import type { Attrs, Mark, Node } from "@tiptap/pm/model";
import { mentionIn } from "../../kits/mentionkit";
import type { Branch } from "../../ui/markdown/parser";
import { schema } from "./extensions";

export const create = (name: string, attrs: Attrs | null = null, content: readonly Node[] = []): Node =>
  // biome-ignore lint/style/noNonNullAssertion: every name is one of the schema's
  schema.nodes[name]!.create(attrs, content);

/** Something in a text that the editor has no place for, such as a link without words. */
export class NoPlace extends Error {}

const MARKS: Record<string, string> = { strong_open: "bold", em_open: "italic", s_open: "strike" };

/** What stands in a line of text, with its marks. */
export function inlines(branches: readonly Branch[], marks: readonly Mark[]): Node[] {
  const made: Node[] = [];
  for (const branch of branches) {
    const last = made.at(-1);
    const id = branch.token.type === "link_open" ? mentionIn(String(branch.token.attrGet("href"))) : null;
    if (id && last?.text?.endsWith("@")) {
      made.splice(-1, 1, ...(last.text.length > 1 ? [last.cut(0, last.text.length - 1)] : []));
      made.push(create("mention", { id, name: plain(branch) }).mark(marks));
    } else made.push(...inline(branch, marks));
  }
  return made;
}

const plain = ({ token, children }: Branch): string =>
  children.length > 0 ? children.map(plain).join("") : token.content;

function inline(branch: Branch, marks: readonly Mark[]): Node[] {
  const { token, children } = branch;
  const within = (name: string, attrs: Attrs | null = null) => schema.mark(name, attrs).addToSet(marks);
  const attr = (name: string) => token.attrGet(name) as string | null;
  switch (token.type) {
    case "text":
      return token.content ? [schema.text(token.content, marks)] : [];
    case "code_inline":
      return [schema.text(token.content, within("code"))];
    case "softbreak":
    case "hardbreak":
      return [create("hardBreak", { isSoft: token.type === "softbreak" }).mark(marks)];
    case "html_inline":
      return [create("rawInline", { source: token.content }).mark(marks)];
    case "image":
      return [
        create("image", { src: attr("src"), alt: token.content && plainAlt(branch), title: attr("title") }).mark(marks),
      ];
    case "link_open":
      if (children.length === 0) throw new NoPlace();
      return inlines(children, within("link", linkAttrs(branch, marks)));
    default:
      return inlines(children, within(MARKS[token.type] ?? "", null));
  }
}

const linkAttrs = ({ token }: Branch, marks: readonly Mark[]): Attrs => ({
  href: token.attrGet("href"),
  title: token.attrGet("title"),
  isBare: token.markup === "linkify",
  inside: marks.map((mark) => mark.type.name).join(" "),
});

/** A picture's name without its emphasis, as a reader gets it. */
const plainAlt = ({ token }: Branch): string =>
  (token.children ?? []).map(({ type, content }) => (type === "softbreak" ? "\n" : content)).join("");
