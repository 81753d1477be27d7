import { attachmentHref } from "../../kits/attachmentkit";

const SIGNS = /[\\[\]*_`~<>&!@:]/g;

/** A file in Markdown: a picture shows, everything else is a link. The address is one of no site, so that a text may move with its board. */
export function writeAttachment({ name, type }: { name: string; type: string }, id: string): string {
  const words = `[${name.replace(SIGNS, "\\$&")}](${attachmentHref(id)})`;
  return type.startsWith("image/") && type !== "image/svg+xml" ? `!${words}` : words;
}
