import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Avatar } from "../../ui/Avatar";
import { boardsWith } from "../finding/personFindings";
import type { HomeData } from "../home/homeData";
import type { FoundPerson } from "./answer";
import type { SearchQuery } from "./query";

const MOST_BOARDS = 4;

type PersonResultProps = { person: FoundPerson; home: HomeData | null; change: (words: Partial<SearchQuery>) => void };

/** Somebody, the way to their tasks, and the boards one shares with them. */
export function PersonResult({ person, home, change }: PersonResultProps) {
  const { t } = useLingui();
  const { id, name } = person;
  const boards = home ? boardsWith(home, id).slice(0, MOST_BOARDS) : [];
  return (
    <li className="result-person">
      <button type="button" className="result result--line" data-result onClick={() => change({ q: "", person: id })}>
        <Avatar person={person} size={24} isDecorative />
        <span className="result__name" dir="auto">
          {name}
        </span>
        <span className="result__more">{t`Show tasks`}</span>
      </button>
      {boards.length > 0 ? (
        <span className="result-person__boards">
          {boards.map((board) => (
            <Link key={board.id} to="/b/$boardId" params={{ boardId: board.id }} dir="auto">
              {board.name}
            </Link>
          ))}
        </span>
      ) : null}
    </li>
  );
}
