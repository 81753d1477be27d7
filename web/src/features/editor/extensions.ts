import { type AnyExtension, getSchema } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { ListKeymap } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from "@tiptap/extensions";
import { Break, Bullets, InlineCode, Item, Numbers, Title } from "./blocks";
import { Link, Mention, Picture, RawBlock, RawInline } from "./inlines";
import { tables } from "./tables";

/** Everything Markdown has, and nothing else. */
export const extensions: AnyExtension[] = [
  Document,
  Paragraph,
  Text,
  Title,
  Blockquote.configure({ HTMLAttributes: { dir: "auto" } }),
  Bullets,
  Numbers,
  Item,
  CodeBlock.configure({ HTMLAttributes: { dir: "ltr" } }),
  HorizontalRule,
  Break,
  ...tables,
  Picture,
  Mention,
  RawInline,
  RawBlock,
  Link,
  Bold,
  Italic,
  Strike,
  InlineCode,
  ListKeymap.configure({ listTypes: [{ itemName: "listItem", wrapperNames: ["bulletList", "orderedList"] }] }),
  UndoRedo,
  Gapcursor,
  Dropcursor.configure({ color: false, class: "rich__drop" }),
  TrailingNode,
];

export const schema = getSchema(extensions);
