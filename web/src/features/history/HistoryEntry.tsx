import { useLingui } from "@lingui/react/macro";
import type { MouseEvent } from "react";
import { dayIn, exactTime, timeAgo } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { Avatar } from "../../ui/Avatar";
import { tip } from "../../ui/Tooltip";
import { useBoard } from "../boards/boardTools";
import type { Entry, HistoryPerson } from "./historyPages";
import { sentenceOf } from "./sentences";
import { DetailsChange, LineChange, TextChange } from "./TextChange";
import { type Item, listOf, type Reading } from "./told";

type HistoryEntryProps = {
  entry: Entry;
  reading: Reading;
  person: HistoryPerson | undefined;
  /** The card it was done to, where that is not plain from the place. */
  title?: string | undefined;
};

/** One thing somebody did: who, in a sentence, what it was and is, when. */
export function HistoryEntry({ entry, reading, person, title }: HistoryEntryProps) {
  const { t } = useLingui();
  const who = person?.name ?? t`Somebody`;
  return (
    <li className="history__entry">
      <Avatar person={person ?? { id: entry.by ?? "", name: who }} size={24} isDecorative />
      <div className="history__what">
        <p className="history__line">
          <span className="history__sentence">{sentenceOf({ entry, who, reading })}</span>
          {title === undefined ? <When entry={entry} reading={reading} /> : null}
        </p>
        <Texts entry={entry} />
        {entry.card_id && title !== undefined ? (
          <p className="history__line history__line--foot">
            <CardLink cardId={entry.card_id} title={title} />
            <When entry={entry} reading={reading} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

function CardLink({ cardId, title }: { cardId: string; title: string }) {
  const { openCard, cardAddress } = useBoard();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openCard(cardId);
  };
  return (
    <a className="history__card" dir="auto" href={cardAddress(cardId)} onClick={open}>
      {title}
    </a>
  );
}

/** Today's by how long ago, earlier ones by the clock: their day stands above them. */
function When({ entry: { at, verb }, reading: { now, zone, locale } }: { entry: Entry; reading: Reading }) {
  const { t } = useLingui();
  const isToday = dayIn(at, zone) === dayIn(now, zone);
  const words = isToday
    ? timeAgo(Math.min(at, now), now, locale)
    : dateFormat(locale, { timeZone: zone, timeStyle: "short" }).format(at);
  return (
    <span className="history__when">
      <time dateTime={new Date(at).toISOString()} {...tip(exactTime(at, locale, zone))}>
        {words}
      </time>
      {verb === "change.undo" ? <span>{t`by undoing`}</span> : null}
      {verb === "change.redo" ? <span>{t`by redoing`}</span> : null}
    </span>
  );
}

/** Old and new where they are too long for a sentence. */
function Texts({ entry: { what, old, new: now, card_id: cardId } }: { entry: Entry }) {
  if (what === "details" && cardId)
    return <DetailsChange cardId={cardId} from={old as number | null} to={now as number} />;
  if (what === "title" || what === "board_name") return <LineChange old={String(old)} now={String(now)} />;
  if (what === "board_description") return <TextChange old={String(old)} now={String(now)} />;
  if (what !== "item_renamed") return null;
  const [before, after] = [listOf<Item>(old), listOf<Item>(now)];
  return before.map((item, at) => <LineChange key={item.id} old={item.text ?? ""} now={after[at]?.text ?? ""} />);
}
