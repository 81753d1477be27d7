import { InputRule, Mark, mergeAttributes, Node } from "@tiptap/core";
import { mentionHref } from "../../kits/mentionkit";
import { isOwnPicture, isSafeLink, OUTWARD } from "../../ui/markdown/links";
import { addressesIn } from "./parsing";

/** A link. `isBare`: its words are the address itself, and it is written without brackets. `inside`: the marks it was read in. */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: { default: "" },
    title: { default: null },
    isBare: { default: false, rendered: false },
    inside: { default: "", rendered: false },
  }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => isSafeLink(element.getAttribute("href") ?? "") && null }],
  renderHTML: ({ HTMLAttributes: { href, title } }) => [
    "a",
    isSafeLink(href) ? { href, title, ...OUTWARD } : { title },
    0,
  ],
  addInputRules() {
    const { type } = this;
    return [
      // An address that was typed becomes a link when the next word begins.
      new InputRule({
        find: /(?:^|\s)(\S+\.\S+)\s$/,
        undoable: false,
        handler: ({ state, range, match }) => {
          const word = match[1] ?? "";
          const [found] = addressesIn(word);
          const start = range.from + match[0].indexOf(word);
          const end = start + (found?.lastIndex ?? 0);
          if (found?.index !== 0 || state.doc.rangeHasMark(start, end, type)) return;
          state.tr.addMark(start, end, type.create({ href: found.url, isBare: true }));
        },
      }),
    ];
  },
});

/** A picture of this site; of others only the name is shown (docs/topics/texts.md). */
export const Picture = Node.create({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" }, title: { default: null } }),
  parseHTML: () => [{ tag: "img[src]", getAttrs: (element) => isSafeLink(element.getAttribute("src") ?? "") && null }],
  renderHTML: ({ HTMLAttributes: { src, alt, title } }) =>
    isOwnPicture(src) ? ["img", { src, alt, title }] : ["span", { class: "rich__chip", title }, alt || src],
});

/** What cannot be shown otherwise, such as HTML: its Markdown, kept letter by letter. It can be removed, not changed. */
const raw = (name: string, group: "block" | "inline", tag: "pre" | "span") =>
  Node.create({
    name,
    group,
    inline: group === "inline",
    atom: true,
    addAttributes: () => ({
      source: {
        default: "",
        parseHTML: (element) => element.getAttribute("data-source"),
        renderHTML: ({ source }) => ({ "data-source": source }),
      },
    }),
    parseHTML: () => [{ tag: `${tag}[data-source]`, priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => [
      tag,
      mergeAttributes(HTMLAttributes, { class: "rich__raw", contenteditable: "false" }),
      node.attrs.source,
    ],
  });

export const RawInline = raw("rawInline", "inline", "span");
export const RawBlock = raw("rawBlock", "block", "pre");

export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ id: { default: "" }, name: { default: "" } }),
  parseHTML: () => [
    {
      tag: "span[data-mention]",
      getAttrs: (element) => ({
        id: element.getAttribute("data-mention"),
        name: element.textContent?.replace(/^@/, "") ?? "",
      }),
    },
  ],
  renderHTML: ({ node }) => ["span", { "data-mention": node.attrs.id, class: "mention" }, `@${node.attrs.name}`],
  renderText: ({ node }) => `@[${node.attrs.name}](${mentionHref(node.attrs.id)})`,
});
