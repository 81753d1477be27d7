import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useCallback, useMemo, useState } from "react";
import type { CardRow, TagRow } from "../../../contracts/rows";
import { uuid7 } from "../../../kits/idkit";
import { useScope, useSync, useTable } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { EmptyState } from "../../../ui/EmptyState";
import { TextField } from "../../../ui/Field";
import type { TagHue } from "../../../ui/Label";
import { useBoard } from "../boardTools";
import { freshHue } from "../tagHues";
import { sameName } from "../tagNames";
import { useBoardTags } from "../useBoardTags";
import { HuePicker } from "./HuePicker";
import { TagLine } from "./TagLine";
import "./TagsTab.css";

/** The board's tags by name: create, rename, recolour, merge, delete, and how many tasks carry each. */
export function TagsTab() {
  const { t } = useLingui();
  const { boardId, board, rights } = useBoard();
  const tags = useBoardTags(boardId);
  const counts = useTagCounts(boardId);
  return (
    <div className="board-settings__stack">
      {rights.canArrange ? null : (
        <p className="board-settings__note">{t`You may look at the tags. Board admins change them.`}</p>
      )}
      {board.use_tags ? null : (
        <p className="board-settings__note">{t`Tags are switched off on this board, so none shows. Tasks keep theirs.`}</p>
      )}
      {tags.length > 0 ? (
        <ul className="tags-tab" aria-label={t`Tags`}>
          {tags.map((tag) => (
            <TagLine key={tag.id} tag={tag} tags={tags} count={counts?.get(tag.id) ?? (counts ? 0 : null)} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="tag" title={t`No tags yet`}>
          {t`Tags say what tasks are about, whatever column they stand in.`}
        </EmptyState>
      )}
      {rights.canArrange ? <AddTag tags={tags} /> : null}
    </div>
  );
}

/** How many cards carry each tag; null until all cards are here. */
function useTagCounts(boardId: string): ReadonlyMap<string, number> | null {
  const { state } = useScope(`board:${boardId}`);
  const cards = useTable(
    "cards",
    useCallback((card: CardRow) => card.board_id === boardId && card.tag_ids.length > 0, [boardId]),
  );
  return useMemo(() => {
    if (state !== "ready") return null;
    const counts = new Map<string, number>();
    for (const id of cards.flatMap((card) => card.tag_ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [state, cards]);
}

function AddTag({ tags }: { tags: readonly TagRow[] }) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId } = useBoard();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<TagHue | null>(null);
  const hue = chosen ?? freshHue(tags);
  const twin = tags.find((tag) => sameName(tag.name, name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || twin) return;
    void sync.send("tag.create", { tag_id: uuid7(), board_id: boardId, name: name.trim(), hue });
    setName("");
    setChosen(null);
  };
  const taken = twin?.name ?? "";
  return (
    <form className="tags-tab__add" onSubmit={submit}>
      <HuePicker label={t`Colour of the new tag`} hue={hue} tags={tags} onChange={setChosen} />
      <TextField
        label={t`Name of the new tag`}
        isLabelHidden
        placeholder={t`Name of the new tag`}
        value={name}
        onChange={setName}
        maxLength={60}
        error={twin ? t`There is a tag called “${taken}” already.` : undefined}
      />
      <Button type="submit" icon="plus" isDisabled={!name.trim() || twin !== undefined}>{t`Add tag`}</Button>
    </form>
  );
}
