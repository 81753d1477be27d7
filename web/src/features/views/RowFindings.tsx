import { useLingui } from "@lingui/react/macro";
import { type Command, useCommands } from "../../ui/commands";
import type { Choices } from "../../ui/findIn";
import { commandsOf } from "../../ui/menuCommands";
import { priorityChoices, statusChoices } from "../cards/finding/factChoices";
import { DATE_BUCKETS, dayFor } from "./dates";
import type { ListTools } from "./listTools";
import { useChanges, useWays } from "./rowEntries";
import type { ViewCard } from "./viewData";
import { bucketWord } from "./viewWords";

const MOST_LETTERS = 40;

/** In the palette: what the menu of a row has, for the row that had the focus last. */
export function RowFindings({ tools, card }: { tools: ListTools; card: ViewCard }) {
  const { t } = useLingui();
  const { acts, reader } = tools;
  const title = card.title.length > MOST_LETTERS ? `${card.title.slice(0, MOST_LETTERS)}…` : card.title;
  const entries = [...useWays(tools, card), ...useChanges(tools, card, () => undefined).flat()];
  // Where the menu opens another one, the palette asks.
  const asks: Readonly<Record<string, () => Choices>> = {
    status: () => statusChoices([card], (status) => acts.setStatus(card, status)),
    priority: () => priorityChoices([card], (priority) => acts.setPriority(card, priority)),
    due: () =>
      DATE_BUCKETS.filter((bucket) => dayFor(bucket, reader.clock) !== undefined).map((bucket) => ({
        ...{ id: `due/${bucket}`, label: bucketWord(bucket), run: () => acts.putIn(card, bucket) },
      })),
  };
  const all = entries.map((entry): Command[] => {
    const choices = asks[entry.id];
    // The list hears the keys itself, and only where a row has the focus.
    return commandsOf("row.do", t`Task “${title}”`, [entry]).map(({ keys: _, ...command }) => ({
      ...command,
      ...(choices ? { choices } : {}),
    }));
  });
  useCommands(() => all.flat(), [card, acts, tools.openCard]);
  return null;
}
