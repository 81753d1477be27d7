import { InputRule, mergeAttributes, type NodeViewRenderer } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";

const dirAuto = { HTMLAttributes: { dir: "auto" } };
/** A tight list has no space between its items. */
const tight = { isTight: { default: true, rendered: false } };

export const Bullets = BulletList.extend({
  addAttributes() {
    return { ...this.parent?.(), ...tight };
  },
}).configure(dirAuto);

export const Numbers = OrderedList.extend({
  addAttributes() {
    return { ...this.parent?.(), ...tight };
  },
}).configure(dirAuto);

/** An item of a list; `checked` is null where it is no task. Any block may come first, as in Markdown. */
export const Item = ListItem.extend({
  content: "block+",
  addAttributes: () => ({
    checked: {
      default: null,
      parseHTML: readChecked,
      renderHTML: ({ checked }) => (checked === null ? {} : { "data-checked": String(checked) }),
    },
  }),
  addNodeView: () => itemView,
  addKeyboardShortcuts() {
    const inList = () => this.editor.isActive(this.name);
    return {
      // A new item is a task where the one before is, and not done.
      Enter: () =>
        this.editor.commands.splitListItem(this.name, {
          checked: this.editor.getAttributes(this.name).checked === null ? null : false,
        }),
      // In a list Tab stays: leaving the field from the first item, where nothing can be indented, would surprise.
      Tab: () => this.editor.commands.sinkListItem(this.name) || inList(),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name) || inList(),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\s*\[([ xX]?)\]\s$/,
        handler: ({ chain, range, match, state }) => {
          const isItem = state.selection.$from.node(-1)?.type.name === this.name;
          const steps = chain().deleteRange(range);
          (isItem ? steps : steps.toggleBulletList())
            .updateAttributes(this.name, { checked: (match[1] ?? "").trim() !== "" })
            .run();
        },
      }),
    ];
  },
});

function readChecked(element: HTMLElement): boolean | null {
  const box = element.querySelector<HTMLInputElement>(
    ":scope > input[type=checkbox], :scope > :is(p, label) > input[type=checkbox]",
  );
  const said = element.getAttribute("data-checked");
  if (said !== null) return said === "true";
  return box ? box.hasAttribute("checked") : null;
}

const itemView: NodeViewRenderer = ({ node: first, getPos, editor }) => {
  const dom = document.createElement("li");
  if (first.attrs.checked === null)
    return { dom, contentDOM: dom, update: (node) => node.type === first.type && node.attrs.checked === null };
  dom.className = "markdown__task";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.contentEditable = "false";
  box.addEventListener("change", () => {
    const pos = getPos();
    if (!editor.isEditable) box.checked = !box.checked;
    else if (pos !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "checked", box.checked));
  });
  const contentDOM = document.createElement("div");
  dom.append(box, contentDOM);
  const update = (node: typeof first) => {
    if (node.type !== first.type || node.attrs.checked === null) return false;
    box.checked = node.attrs.checked;
    box.setAttribute("aria-label", node.firstChild?.textContent ?? "");
    return true;
  };
  update(first);
  return { dom, contentDOM, update, ignoreMutation: (change) => !contentDOM.contains(change.target) };
};

/** Shown two levels lower, as in `Markdown`: a text is part of a page. */
export const Title = Heading.extend({
  parseHTML() {
    const own = this.options.levels.map((level) => ({ tag: `.markdown__h${level}`, attrs: { level }, priority: 60 }));
    return [...own, ...this.options.levels.map((level) => ({ tag: `h${level}`, attrs: { level } }))];
  },
  renderHTML: ({ node, HTMLAttributes }) => [
    `h${Math.min(node.attrs.level + 2, 6)}`,
    mergeAttributes(HTMLAttributes, { class: `markdown__h${node.attrs.level}` }),
    0,
  ],
});

/** `isSoft`: a line end of the source, which other programs may show as a space. */
export const Break = HardBreak.extend({
  addAttributes: () => ({
    isSoft: {
      default: false,
      parseHTML: (element) => element.hasAttribute("data-soft"),
      renderHTML: ({ isSoft }) => (isSoft ? { "data-soft": "" } : {}),
    },
  }),
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
  },
});

/** In Markdown code may be bold and a link. */
export const InlineCode = Code.extend({ excludes: "" });
