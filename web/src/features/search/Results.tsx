import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { Icon } from "../../ui/icons";
import { useOpenInPlace } from "../boards/CardInPlaceHost";
import type { HomeData } from "../home/homeData";
import type { FoundBoard, FoundCard, FoundPerson, SearchAnswer } from "./answer";
import { CardResult, tabOf } from "./CardResult";
import { Passage } from "./Passage";
import { PersonResult } from "./PersonResult";
import { asksNumber, type SearchQuery } from "./query";
import "./Results.css";

type ResultsProps = {
  answer: SearchAnswer;
  query: SearchQuery;
  home: HomeData | null;
  change: (words: Partial<SearchQuery>) => void;
};

/** Tasks, and beside them boards and people. What is on the board one comes from stands first, under its name. */
export function Results({ answer, query, home, change }: ResultsProps) {
  const { t } = useLingui();
  const here = answer.cards.filter((card) => card.board_id === query.here);
  const others = here.length > 0 ? answer.cards.filter((card) => card.board_id !== query.here) : answer.cards;
  const hasAside = answer.boards.length + answer.people.length > 0;
  // Beside nothing they would stand at the edge of an empty page.
  const isWide = hasAside && answer.cards.length > 0;
  return (
    <div className={isWide ? "results results--wide" : "results"}>
      <div className="results__cards">
        <Cards title={t`On this board`} cards={here} isNumbered={asksNumber(query)} />
        <Cards title={here.length > 0 ? t`On other boards` : t`Tasks`} cards={others} isNumbered={asksNumber(query)} />
        {answer.more ? (
          <p className="results__more">{t`There are more. Type more words, or choose a filter.`}</p>
        ) : null}
      </div>
      {hasAside ? (
        <div className="results__aside">
          <Boards boards={answer.boards} />
          <People people={answer.people} home={home} change={change} />
        </div>
      ) : null}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="results__group" aria-label={title}>
      <h2 className="results__title">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

type CardsProps = { title: string; cards: readonly FoundCard[]; isNumbered: boolean };

function Cards({ title, cards, isNumbered }: CardsProps) {
  const open = useOpenInPlace();
  if (cards.length === 0) return null;
  const openHere = (card: FoundCard) => (event: MouseEvent) => {
    // A new tab, if that is asked for, has the board's own address.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open({ id: card.card_id, board_id: card.board_id }, tabOf(card));
  };
  return (
    <Group title={title}>
      {cards.map((card) => (
        <CardResult key={card.card_id} card={card} isNumbered={isNumbered} onClick={openHere(card)} />
      ))}
    </Group>
  );
}

function Boards({ boards }: { boards: readonly FoundBoard[] }) {
  const { t } = useLingui();
  if (boards.length === 0) return null;
  return (
    <Group title={t`Boards`}>
      {boards.map((board) => (
        <li key={board.id}>
          <Link to="/b/$boardId" params={{ boardId: board.id }} className="result result--line" data-result>
            <Icon name={board.state === "archived" ? "archive" : "board"} />
            <Passage
              className="result__name"
              text={board.where[0]?.passage ?? board.name}
              marks={board.where[0]?.marks ?? []}
            />
          </Link>
        </li>
      ))}
    </Group>
  );
}

function People({ people, home, change }: { people: readonly FoundPerson[] } & Pick<ResultsProps, "home" | "change">) {
  const { t } = useLingui();
  if (people.length === 0) return null;
  return (
    <Group title={t`People`}>
      {people.map((person) => (
        <PersonResult key={person.id} {...{ person, home, change }} />
      ))}
    </Group>
  );
}
