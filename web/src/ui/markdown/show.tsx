import { createElement, Fragment, type ReactNode } from "react";
import { attachmentIn } from "../../kits/attachmentkit";
import { mentionIn } from "../../kits/mentionkit";
import { isOwnPicture, isSafeLink, OUTWARD } from "./links";
import type { Branch } from "./parser";
import { taskIn, withoutMark } from "./tasks";

/** How mentions show: who reads, and what people are called now. */
export type MentionLook = { me?: string | null; nameOf?: (id: string) => string | undefined };

export type Look = {
  mentions: MentionLook;
  onTask: ((line: number, isDone: boolean) => void) | undefined;
  resolveAttachment: ((id: string, name: string) => string) | undefined;
  words: { task: string; table: string };
};

type Show = (branch: Branch, look: Look, more: { dir?: "auto" }) => ReactNode;

const inside = ({ children }: Branch, look: Look): ReactNode => inline(children, look);
const element =
  (tag: string): Show =>
  (branch, look, more) =>
    createElement(tag, more, inside(branch, look));
const attribute = (branch: Branch, name: string): string => String(branch.token.attrGet(name) ?? "");

/** Every kind of token that becomes an element. What is not here cannot appear. */
const kinds: Record<string, Show> = {
  inline: inside,
  text: ({ token }) => token.content,
  softbreak: () => <br />,
  hardbreak: () => <br />,
  strong_open: element("strong"),
  em_open: element("em"),
  s_open: element("del"),
  code_inline: ({ token }, _, more) => <code {...more}>{token.content}</code>,
  // A tight list's paragraphs are hidden: their words stand in the item itself.
  paragraph_open: (branch, look, more) =>
    branch.token.hidden ? inside(branch, look) : <p {...more}>{inside(branch, look)}</p>,
  // A text is part of a page that has its own first two headings.
  heading_open: (branch, look, more) => {
    const level = Number(branch.token.tag.slice(1));
    return createElement(
      `h${Math.min(level + 2, 6)}`,
      { ...more, className: `markdown__h${level}` },
      inside(branch, look),
    );
  },
  blockquote_open: element("blockquote"),
  bullet_list_open: element("ul"),
  ordered_list_open: (branch, look, more) => (
    <ol {...more} start={Number(branch.token.attrGet("start") ?? 1)}>
      {inside(branch, look)}
    </ol>
  ),
  list_item_open: listItem,
  fence: codeBlock,
  code_block: codeBlock,
  hr: () => <hr />,
  table_open: (branch, look, more) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by arrow keys
    <section {...more} className="markdown__table" aria-label={look.words.table} tabIndex={0}>
      <table>{inside(branch, look)}</table>
    </section>
  ),
  thead_open: element("thead"),
  tbody_open: element("tbody"),
  tr_open: element("tr"),
  th_open: cell("th"),
  td_open: cell("td"),
  link_open: link,
  image: picture,
};

/** A token as an element. `isTop`: it stands by itself, so its own first letters say in which direction it runs. */
export function show(branch: Branch, key: number, look: Look, isTop = false): ReactNode {
  const kind = kinds[branch.token.type];
  return (
    <Fragment key={key}>{kind ? kind(branch, look, isTop ? { dir: "auto" } : {}) : branch.token.content}</Fragment>
  );
}

/** Neighbours together, because a mention is an at sign and a link. */
function inline(branches: Branch[], look: Look): ReactNode[] {
  return branches.map((branch, key) => {
    const next = branches[key + 1];
    if (branch.token.type === "text" && branch.token.content.endsWith("@") && next && mentioned(next))
      return branch.token.content.slice(0, -1);
    const before = branches[key - 1];
    const id = mentioned(branch);
    if (id && before?.token.type === "text" && before.token.content.endsWith("@"))
      return <MentionMark key={key} id={id} name={words(branch)} look={look.mentions} />;
    return show(branch, key, look);
  });
}

const mentioned = (branch: Branch): string | null =>
  branch.token.type === "link_open" ? mentionIn(attribute(branch, "href")) : null;

const words = ({ token, children }: Branch): string =>
  children.length > 0 ? children.map(words).join("") : token.content;

function MentionMark({ id, name, look }: { id: string; name: string; look: MentionLook }) {
  const isMe = id === "all" || id === look.me;
  return (
    <span className={isMe ? "mention mention--me" : "mention"}>
      @<bdi>{look.nameOf?.(id) ?? name}</bdi>
    </span>
  );
}

function link(branch: Branch, look: Look): ReactNode {
  const href = addressIn(attribute(branch, "href"), words(branch), look);
  if (!isSafeLink(href)) return inside(branch, look);
  return (
    <a href={href} title={attribute(branch, "title") || undefined} {...OUTWARD}>
      {inside(branch, look)}
    </a>
  );
}

/** Where a link or a picture leads; an attachment is where the page says that it is. */
function addressIn(target: string, name: string, { resolveAttachment }: Look): string {
  const id = attachmentIn(target);
  return id && resolveAttachment ? resolveAttachment(id, name) : target;
}

function picture(branch: Branch, look: Look): ReactNode {
  const alt = branch.token.content;
  const source = addressIn(attribute(branch, "src"), alt, look);
  const title = attribute(branch, "title") || undefined;
  if (isOwnPicture(source)) return <img src={source} alt={alt} title={title} loading="lazy" />;
  if (!isSafeLink(source)) return alt;
  return (
    <a href={source} title={title} {...OUTWARD}>
      {alt || source}
    </a>
  );
}

function codeBlock({ token }: Branch): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled by arrow keys
    <pre dir="ltr" tabIndex={0}>
      <code>{token.content}</code>
    </pre>
  );
}

function cell(tag: "th" | "td"): Show {
  return (branch, look) => {
    const align = /text-align:(\w+)/.exec(attribute(branch, "style"))?.[1];
    return createElement(tag, { className: align && `markdown__cell--${align}` }, inside(branch, look));
  };
}

function listItem(branch: Branch, look: Look): ReactNode {
  const task = taskIn(branch);
  if (!task) return <li>{inside(branch, look)}</li>;
  const rest = withoutMark(branch, task.length);
  const line = branch.token.map?.[0] ?? 0;
  return (
    <li className="markdown__task">
      <input
        type="checkbox"
        checked={task.isDone}
        disabled={!look.onTask}
        aria-label={rest.children[0] ? words(rest.children[0]) : look.words.task}
        onChange={() => look.onTask?.(line, !task.isDone)}
      />
      <div>{inside(rest, look)}</div>
    </li>
  );
}
