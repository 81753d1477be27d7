import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useLayoutEffect, useState } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { FilterForm } from "../highlight/FilterForm";
import { FilterGaps } from "../highlight/FilterGaps";
import { EMPTY, type Filter } from "../highlight/filter";
import "../highlight/guesses/registered";
import { hasUnknownKinds, isEmpty, readFilter, unknownWords } from "../highlight/storedFilter";
import { useNameOf } from "../highlight/useNameOf";
import { useHome } from "../home/homeData";
import "./OwnViewDialog.css";
import { goneFrom, tagsAtHand } from "./viewStore";

type OwnViewDialogProps = {
  /** The view that is changed; null for a new one. */
  view: SavedFilterRow | null;
  onClose: () => void;
};

/** A view of one's own: a name, and what it picks out of all boards. */
export function OwnViewDialog({ view, onClose }: OwnViewDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const navigate = useNavigate();
  const [name, setName] = useState(view?.name ?? "");
  const [filter, setFilter] = useState<Filter>(() => (view ? readFilter(view.filter) : EMPTY));
  const people = usePeopleAround();
  const [tags] = useState(tagsAtHand);
  const gone = useGone(view, filter);
  // What this version does not know would be lost.
  const changed = view && !hasUnknownKinds(view.filter) ? view : null;
  const canSave = name.trim() !== "" && !isEmpty(filter) && unknownWords(filter).length === 0;
  const save = () => {
    const filter_id = changed?.id ?? uuid7();
    // The form is typed by hand; who is chosen is an id, `me` or `none`.
    void sync.send("filter.save", { filter_id, name: name.trim(), filter, is_view: true });
    if (!changed) void navigate({ to: "/views/$name", params: { name: filter_id } });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!canSave} onPress={save}>
        {changed ? t`Save` : view ? t`Save as another` : t`Create the view`}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="medium" title={view ? t`Change this view` : t`New view`} footer={footer}>
      <div className="own-view">
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          maxLength={MOST_NAME}
          autoComplete="off"
          autoFocus={!view}
        />
        <FilterGaps filter={filter} saved={view?.id ?? null} gone={gone} />
        <FilterForm filter={filter} onChange={setFilter} people={people} tags={tags} />
      </div>
    </Dialog>
  );
}

const MOST_NAME = 200;

/** What of the filter none of one's boards has, in a sentence. */
function useGone(view: SavedFilterRow | null, { assignees, tags }: Filter): string {
  const { t } = useLingui();
  const nameOf = useNameOf(assignees);
  const [gone] = useState(() => goneFrom(view));
  const people = assignees.filter((id) => gone.people.includes(id));
  const names = [...people.map(nameOf), ...tags.filter((name) => gone.tags.includes(name))].join(", ");
  return names && t`On none of your boards: ${names}. It picks out nothing.`;
}

/** People of one's boards, as far as home knows them. */
function usePeopleAround(): readonly string[] {
  const { directory } = useSync();
  const { data } = useHome();
  const [ids, setIds] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const people = (data?.boards ?? []).flatMap((board) => board.people);
    directory.learn(people.map(({ id, name, photo }) => ({ id, name, photo: photo ?? "" })));
    setIds([...new Set(people.map(({ id }) => id))]);
  }, [data, directory]);
  return ids;
}
