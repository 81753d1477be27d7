import { useLingui } from "@lingui/react/macro";
import type { MessageRow, ReactionRow } from "../../contracts/rows";
import { listFormat } from "../../kits/formats";
import { useSync } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { tip } from "../../ui/Tooltip";
import { useBoard } from "../boards/boardTools";
import { useTalkTools } from "./talkTools";
import "./Reactions.css";

/** Who has put which emoji on a message; one's own are switched on and off. */
export function Reactions({ message, reactions }: { message: MessageRow; reactions: readonly ReactionRow[] }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const { isClosed } = useTalkTools();
  const sync = useSync();
  const nameOf = (id: string) => (id === sync.person ? t`you` : (sync.directory.get(id)?.name ?? t`Somebody`));
  return (
    <ul className="reactions">
      {byEmoji(reactions).map(([emoji, people]) => {
        const isMine = people.some((id) => id === sync.person);
        const names = listFormat(locale).format(people.map(nameOf));
        return (
          <li key={emoji}>
            <button
              type="button"
              className={classes("reaction", isMine && "reaction--mine")}
              aria-pressed={isMine}
              aria-label={`${emoji} ${people.length}, ${names}`}
              disabled={isClosed}
              {...tip(names)}
              onClick={() => void sync.send("chat.react", { message_id: message.id, emoji, on: !isMine })}
            >
              <span aria-hidden="true">{emoji}</span>
              <span className="figures">{people.length}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function byEmoji(reactions: readonly ReactionRow[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const { emoji, person_id } of reactions) found.set(emoji, [...(found.get(emoji) ?? []), person_id]);
  return [...found];
}
