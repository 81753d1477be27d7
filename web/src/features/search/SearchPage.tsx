import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useRef } from "react";
import { takeTyped } from "../../ui/earlyKeys";
import { FramePlace, usePageTitle } from "../../ui/Frame";
import { CardInPlaceHost } from "../boards/CardInPlaceHost";
import { ConnectionChip } from "../boards/ConnectionChip";
import { useHome } from "../home/homeData";
import { asksSomething, hasFilter, NO_FILTERS } from "./query";
import { Results } from "./Results";
import { useResultKeys } from "./resultKeys";
import { SearchField } from "./SearchField";
import { SearchFilters } from "./SearchFilters";
import "./SearchPage.css";
import { SearchNote } from "./SearchNote";
import { useFound } from "./useFound";
import { useSearchAddress } from "./useSearchAddress";

/** Search over everything one may read. The address holds what is asked, and which of the results is open. */
export function SearchPage() {
  const { t } = useLingui();
  const [query, change] = useSearchAddress();
  const { data: home } = useHome();
  const found = useFound(query, home);
  const page = useRef<HTMLDivElement>(null);
  const onKeyDown = useResultKeys(page);
  const words = query.q.trim();
  usePageTitle(words ? t`Search: ${words}` : t`Search`);
  const list = useMemo(
    () => found.answer?.cards.map((card) => ({ id: card.card_id, board_id: card.board_id })),
    [found.answer],
  );
  const typeEarly = useRef((typed: string) => change({ q: query.q + typed }));
  useEffect(() => {
    page.current?.querySelector<HTMLInputElement>("[data-search-field]")?.focus();
    const typed = takeTyped();
    if (typed) typeEarly.current(typed);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field and the links inside are the controls, this only listens for all of them
    <div className="search" ref={page} onKeyDown={onKeyDown}>
      <FramePlace name="title">
        <span className="search__crumb">{t`Search`}</span>
        <ConnectionChip />
      </FramePlace>
      <h1 className="visually-hidden">{t`Search`}</h1>
      <div className="search__head">
        <SearchField value={query.q} isWaiting={found.isWaiting} onChange={(q) => change({ q })} />
        <SearchFilters query={query} change={change} home={home} />
      </div>
      <SearchNote
        found={found}
        asked={JSON.stringify(query)}
        isAsked={asksSomething(query)}
        hasFilter={hasFilter(query)}
        onClear={() => change(NO_FILTERS)}
      />
      {found.answer ? <Results answer={found.answer} query={query} home={home} change={change} /> : null}
      <CardInPlaceHost list={list} />
    </div>
  );
}
