import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Tag } from "../../ui/Label";
import { PickList, type PickState } from "../../ui/PickList";
import { useBoard } from "../boards/boardTools";
import { freshHue, hueOf } from "../boards/tagHues";
import { sameName } from "../boards/tagNames";
import { useBoardTags } from "../boards/useBoardTags";

type TagChoicesProps = {
  cards: readonly Pick<CardRow, "tag_ids">[];
  /** `group` keeps what is done with it one step for undo. */
  onPick: (tagId: string, isOn: boolean, group?: string) => void;
};

/** The board's tags, to put on cards or take off them; who may arrange makes a new one by typing its name. */
export function TagChoices({ cards, onPick }: TagChoicesProps) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, rights } = useBoard();
  const tags = useBoardTags(boardId);
  const create = (name: string) => {
    if (!rights.canArrange || tags.some((tag) => sameName(tag.name, name))) return null;
    const run = () => {
      const [tag_id, group] = [uuid7(), uuid7()];
      void sync.send("tag.create", { tag_id, board_id: boardId, name, hue: freshHue(tags) }, { group });
      onPick(tag_id, true, group);
    };
    return { label: t`Create the tag “${name}”`, run };
  };
  const none = rights.canArrange
    ? t`No tags yet. Type a name to make one.`
    : t`No tag is called that. Board admins make tags in the board’s settings.`;
  return (
    <PickList
      label={t`Tags`}
      none={none}
      picks={tags.map((tag) => ({
        id: tag.id,
        label: tag.name,
        state: stateOf(cards, tag.id),
        face: <Tag hue={hueOf(tag.hue)}>{tag.name}</Tag>,
      }))}
      create={create}
      onPick={onPick}
    />
  );
}

function stateOf(cards: TagChoicesProps["cards"], tagId: string): PickState {
  const having = cards.filter((card) => card.tag_ids.includes(tagId)).length;
  return having === 0 ? "off" : having === cards.length ? "on" : "some";
}
