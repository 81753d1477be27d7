/** Attachments inside Markdown: `![plan.png](attachment:ID)` shows a picture, `[plan.pdf](attachment:ID)` leads to a file. */
const SCHEME = "attachment:";
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const attachmentHref = (id: string): string => SCHEME + id;

/** The id in a target, or null for any other target. */
export function attachmentIn(href: string): string | null {
  const id = href.startsWith(SCHEME) ? href.slice(SCHEME.length) : "";
  return ID.test(id) ? id : null;
}
