import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { FilterForm } from "../highlight/FilterForm";
import { EMPTY, type Filter } from "../highlight/filter";
import "../highlight/guesses/registered";
import { isEmpty, readFilter } from "../highlight/storedFilter";
import { useKnownHome } from "../home/homeData";
import "./OwnViewDialog.css";
import { tagsAtHand } from "./viewStore";

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
  const save = () => {
    const filter_id = view?.id ?? uuid7();
    // The form is typed by hand; who is chosen is an id, `me` or `none`.
    void sync.send("filter.save", { filter_id, name: name.trim(), filter, is_view: true });
    if (!view) void navigate({ to: "/views/$name", params: { name: filter_id } });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!name.trim() || isEmpty(filter)} onPress={save}>
        {view ? t`Save` : t`Create the view`}
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
        <FilterForm filter={filter} onChange={setFilter} people={people} tags={tags} />
      </div>
    </Dialog>
  );
}

const MOST_NAME = 200;

/** People of one's boards, as far as home knows them. */
function usePeopleAround(): readonly string[] {
  const { directory } = useSync();
  const home = useKnownHome();
  return useMemo(() => {
    const people = (home?.boards ?? []).flatMap((board) => board.people);
    directory.learn(people.map(({ id, name, photo }) => ({ id, name, photo: photo ?? "" })));
    return [...new Set(people.map(({ id }) => id))];
  }, [home, directory]);
}
