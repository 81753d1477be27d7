import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { usePerson, useScope, useTable } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { columnTitle } from "../boards/columnTitle";
import { statuses, statusWord } from "../cards/facts";
import { StatusDot } from "../cards/StatusDot";
import { peopleOf } from "../finding/personFindings";
import { byUse, type HomeData } from "../home/homeData";
import { DateChip } from "./DateChip";
import { type Pickable, PickChip } from "./FilterChip";
import "./SearchFilters.css";
import type { SearchQuery } from "./query";

type FiltersProps = { query: SearchQuery; change: (words: Partial<SearchQuery>) => void; home: HomeData | null };

/** What narrows the results; all of it holds at once. */
export function SearchFilters({ query, change, home }: FiltersProps) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips in a row are no form
    <div className="search-filters" role="group" aria-label={t`Filters`}>
      <BoardChips {...{ query, change, home }} />
      <PersonChip {...{ query, change, home }} />
      <TagChip {...{ query, change, home }} />
      <StatusChip {...{ query, change, home }} />
      <ColumnChip {...{ query, change, home }} />
      <DateChip {...{ query, change }} />
      <Toggle
        label={t`Include archived boards`}
        isOn={query.archived === "1"}
        onChange={(isOn) => change({ archived: isOn ? "1" : undefined })}
      />
    </div>
  );
}

/** *This board* is one press where one comes from a board; any other is chosen from the list. */
function BoardChips({ query, change, home }: FiltersProps) {
  const { t } = useLingui();
  const boards = useMemo(
    () =>
      [...(home?.boards ?? [])]
        .filter((board) => board.state === "open" || board.id === query.on)
        .sort(byUse)
        .map((board) => ({ id: board.id, label: board.name })),
    [home, query.on],
  );
  const hasHere = boards.some((board) => board.id === query.here) && (!query.on || query.on === query.here);
  return (
    <>
      {hasHere ? (
        <Toggle
          label={t`Only this board`}
          isOn={query.on === query.here}
          onChange={(isOn) => change({ on: isOn ? query.here : undefined, column: undefined })}
        />
      ) : null}
      {query.on && query.on === query.here ? null : (
        <PickChip
          icon="board"
          label={t`Board`}
          picks={boards}
          chosen={query.on}
          onChoose={(on) => change({ on, column: undefined })}
        />
      )}
    </>
  );
}

function PersonChip({ query, change, home }: FiltersProps) {
  const { t } = useLingui();
  const known = usePerson(query.person ?? null);
  const people = useMemo(
    () =>
      (home ? peopleOf(home) : []).map((person) => ({
        ...{ id: person.id, label: person.name },
        face: (
          <span className="search-filters__person">
            <Avatar person={person} size={20} isDecorative />
            <bdi>{person.name}</bdi>
          </span>
        ),
      })),
    [home],
  );
  return (
    <PickChip
      icon="user"
      label={t`Assigned to`}
      picks={people}
      chosen={query.person}
      fallback={known?.name ?? t`Somebody`}
      onChoose={(person) => change({ person })}
    />
  );
}

/** Tags go by name, so that one name means the same on every board; those of boards whose rows are still here are offered. */
function TagChip({ query, change }: FiltersProps) {
  const { t } = useLingui();
  const tags = useTable("tags");
  const picks = useMemo(() => named(tags.map((tag) => tag.name)), [tags]);
  const choose = (tag: string | undefined) => change({ tag });
  const others = t`Only tags of boards you have just looked at are listed. Type the name of any other.`;
  return <PickChip icon="tag" label={t`Tag`} picks={picks} chosen={query.tag} onChoose={choose} others={others} />;
}

/** The two fixed columns are on every board; the others are known once a board is chosen. */
function ColumnChip({ query, change }: FiltersProps) {
  const { t } = useLingui();
  useScope(query.on ? `board:${query.on}` : null);
  const rows = useTable("columns");
  const fixed = ["completed", "deleted"].map((kind) => ({ id: kind, label: columnTitle({ kind, name: "" }) }));
  const own = rows
    .filter((column) => column.board_id === query.on && column.kind === "normal")
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .map((column) => ({ id: column.id, label: column.name }));
  const choose = (column: string | undefined) => change({ column });
  return (
    <PickChip icon="sidebar" label={t`Column`} picks={[...own, ...fixed]} chosen={query.column} onChoose={choose} />
  );
}

function StatusChip({ query, change }: FiltersProps) {
  const { t } = useLingui();
  const picks: Pickable[] = statuses.map((status) => ({
    ...{ id: status, label: statusWord(status) },
    face: (
      <span className="search-filters__person">
        <StatusDot status={status} />
        {statusWord(status)}
      </span>
    ),
  }));
  const choose = (status: string | undefined) => change({ status });
  return <PickChip icon="flag" label={t`Status`} picks={picks} chosen={query.status} onChoose={choose} />;
}

function named(names: readonly string[]): Pickable[] {
  return [...new Set(names)].sort((a, b) => a.localeCompare(b)).map((name) => ({ id: name, label: name }));
}

function Toggle({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <AriaButton
      className={classes("filter-chip filter-chip__open", isOn && "filter-chip--on")}
      aria-pressed={isOn}
      onPress={() => onChange(!isOn)}
    >
      {isOn ? <Icon name="check" size={16} /> : null}
      <span className="filter-chip__words">{label}</span>
    </AriaButton>
  );
}
