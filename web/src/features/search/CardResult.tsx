import { useLingui } from "@lingui/react/macro";
import type { MouseEvent } from "react";
import { Icon, type IconName } from "../../ui/icons";
import { columnTitle } from "../boards/columnTitle";
import type { FoundCard, Match, MatchKind } from "./answer";
import { Passage } from "./Passage";

const MOST_PASSAGES = 2;
const icons: Record<MatchKind, IconName> = {
  title: "checklist",
  details: "fileText",
  checklist: "checklist",
  chat: "chat",
  file: "paperclip",
  name: "board",
};

/** The tab on which the words stand, so that they are in sight when the task is opened. */
export function tabOf({ where }: FoundCard): string | undefined {
  if (where.some((one) => one.kind === "title")) return undefined;
  const tabs: Partial<Record<MatchKind, string>> = { checklist: "checklist", chat: "chat", file: "attachments" };
  return where[0] && tabs[where[0].kind];
}

type CardResultProps = { card: FoundCard; isNumbered: boolean; onClick: (event: MouseEvent) => void };

/** A task: its title, where it stands, and the passages in which it was found. */
export function CardResult({ card, isNumbered, onClick }: CardResultProps) {
  const title = card.where.find((one) => one.kind === "title");
  const passages = card.where.filter((one) => one.kind !== "title").slice(0, MOST_PASSAGES);
  return (
    <li>
      <a className="result" href={`/b/${card.board_id}/c/${card.card_id}`} data-result onClick={onClick}>
        <span className="result__head">
          {isNumbered && card.number > 0 ? (
            <span className="result__number figures" dir="ltr">
              #{card.number}
            </span>
          ) : null}
          <Passage className="result__name" text={title?.passage ?? card.title} marks={title?.marks ?? []} />
        </span>
        <span className="result__where">
          <bdi>{card.board_name}</bdi>
          <span className="result__between" aria-hidden="true" />
          <bdi>{columnTitle({ name: card.column_name, kind: card.column_kind })}</bdi>
        </span>
        {passages.map((match) => (
          <Found key={`${match.kind} ${match.id} ${match.passage}`} match={match} />
        ))}
      </a>
    </li>
  );
}

function Found({ match }: { match: Match }) {
  const { t } = useLingui();
  const words: Record<MatchKind, string> = {
    title: t`In the title`,
    details: t`In the details`,
    checklist: t`In the checklist`,
    chat: t`In the chat`,
    file: t`In a file’s name`,
    name: t`In its name`,
  };
  return (
    <span className="result__found">
      <Icon name={icons[match.kind]} size={16} label={words[match.kind]} />
      <Passage className="result__passage" text={match.passage} marks={match.marks} />
    </span>
  );
}
