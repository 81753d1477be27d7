import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../../contracts/rows";
import { useCommands } from "../../../ui/commands";
import { commandsOf } from "../../../ui/menuCommands";
import { useBoard } from "../../boards/boardTools";
import { usePlace } from "../../boards/place";
import { cardTabs } from "../sheet/cardTabs";
import { useCardEntries } from "../useCardEntries";
import { useFactCommands } from "./useFactCommands";
import { useSteady } from "./useSteady";

/** What makes sense only where the card stands among others. */
const onBoardOnly: ReadonlySet<string> = new Set(["open", "select", "paste"]);

/** The commands of one card, while the palette is open: those of its menu, what can be set on it, and the tabs of the open card. */
export function CardFindings({ card, isOpen }: { card: CardRow; isOpen: boolean }) {
  const { t, i18n } = useLingui();
  const { rights } = useBoard();
  const { go } = usePlace();
  const title = card.title.length > MOST_LETTERS ? `${card.title.slice(0, MOST_LETTERS)}…` : card.title;
  const place = t`Task “${title}”`;
  const entries = useCardEntries(card).filter((entry) => !(isOpen && onBoardOnly.has(entry.id)));
  const ids = useSteady([card.id]);
  const facts = useFactCommands(ids, place);
  const tabs = cardTabs
    .filter((tab) => isOpen && (tab.isShown?.(rights) ?? true))
    .map((tab) => ({
      ...{ id: `card.tab.${tab.id}`, label: i18n._(tab.title), icon: "sidebar" as const, group: place },
      run: () => go({ tab: tab.id }),
    }));
  const all = [...commandsOf("card", place, entries), ...tabs, ...facts];
  // Made anew each time, and the same as long as the card and what may be done with it are the same.
  useCommands(() => all, [card, isOpen, all.map((command) => command.id).join()]);
  return null;
}

const MOST_LETTERS = 40;
