import type { MenuGroup } from "./MenuPopover";

/** A menu on the page: what is in it now, what kind of thing it is of, and of which. */
export type OfferedMenu = { kind: string; name: string | null; groups: () => readonly MenuGroup[] };

/** What they hold is asked for only when somebody looks. */
export const offeredMenus = new Set<() => OfferedMenu>();

/** A menu comes onto the page; the answer takes it away. */
export function offerMenu(menu: () => OfferedMenu): () => void {
  offeredMenus.add(menu);
  return () => offeredMenus.delete(menu);
}
