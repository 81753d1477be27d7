import type { MessageDescriptor } from "@lingui/core";
import type { ComponentType, LazyExoticComponent } from "react";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import type { Rights } from "../../boards/useRights";
import type { SeenTab } from "../../marks/seen";

/** What every tab of an open card is given. */
export type TabProps = { card: CardRow; column: ColumnRow; isFrozen: boolean };

export type CardTab = {
  /** The word in the address (`?tab=chat`). */
  id: "details" | "checklist" | "chat" | "attachments" | "history";
  title: MessageDescriptor;
  Content: LazyExoticComponent<ComponentType<TabProps>>;
  /** A hook: the figure behind the title, or null for none. */
  useFigure?: (card: CardRow) => string | null;
  isShown?: (rights: Rights) => boolean;
  /** What is seen in it of what others changed. */
  sees?: SeenTab | "chat";
  /** The tab scrolls in its own way and reaches the edges: it is given a box without padding that does not scroll. */
  isFilling?: boolean;
};
