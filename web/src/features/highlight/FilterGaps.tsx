import { useLingui } from "@lingui/react/macro";
import { useRow, useScope, useSync, useTable } from "../../sync/hooks";
import { Icon } from "../../ui/icons";
import { folded } from "../boards/tagNames";
import type { Filter } from "./filter";
import type { Mix } from "./KeepHighlight";
import { hasUnknownKinds, isEmpty, readFilter, unknownWords } from "./storedFilter";
import { useNameOf } from "./useNameOf";

/** The same for a highlight of one board, which knows its own tags and people. */
export function BoardGaps({ board, ...mix }: Mix & { board: string }) {
  const { t } = useLingui();
  const names = useGone(mix.filter, board).join(", ");
  return <FilterGaps {...mix} gone={names && t`Not on this board: ${names}. It picks out nothing here.`} />;
}

/** What a filter names that is not here, said so that nobody wonders why it picks out less, or nothing. `gone`: tags and people, in a sentence. */
export function FilterGaps({ filter, saved, gone }: Mix & { gone: string }) {
  const { t } = useLingui();
  const row = useRow("saved_filters", saved);
  const unknown = unknownWords(filter).join(", ");
  const said = [
    row && isEmpty(readFilter(row.filter)) && isEmpty(filter)
      ? row.is_view
        ? t`Nothing that this view asks for is known here. Choose what it picks out, or remove it.`
        : t`Nothing that this highlight asks for is known here. Choose what it picks out, or remove it.`
      : null,
    row && hasUnknownKinds(row.filter)
      ? row.is_view
        ? t`This view asks for more than this version knows. It stays as it is; what you change is saved as another.`
        : t`This highlight asks for more than this version knows. It stays as it is; what you change can be saved as another.`
      : null,
    unknown ? t`This version does not know: ${unknown}. It picks out nothing; take it off to save changes.` : null,
    gone,
  ];
  return said.map((one) =>
    one ? (
      <p key={one} className="filter-form__gap">
        <Icon name="info" size={16} />
        <span>{one}</span>
      </p>
    ) : null,
  );
}

/** Names of the tags and people that the board does not have, once all of it is known. */
function useGone({ assignees, tags }: Filter, board: string): string[] {
  const { person } = useSync();
  const nameOf = useNameOf(assignees);
  const isWhole = useScope(`board:${board}`).state === "ready";
  const members = useTable("members");
  const own = useTable("tags");
  if (!isWhole) return [];
  const here = new Set(own.filter((tag) => tag.board_id === board).map((tag) => folded(tag.name)));
  const team = new Set(members.filter((row) => row.board_id === board).map((row) => row.person_id));
  const isGone = (id: string) => id !== "me" && id !== "none" && id !== person && !team.has(id);
  return [...assignees.filter(isGone).map(nameOf), ...tags.filter((name) => !here.has(folded(name)))];
}
