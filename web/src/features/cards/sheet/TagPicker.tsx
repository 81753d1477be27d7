import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow } from "../../../contracts/rows";
import { useSync } from "../../../sync/hooks";
import { Icon } from "../../../ui/icons";
import { Popover } from "../../../ui/Popover";
import { useBoard } from "../../boards/boardTools";
import { CardTags } from "../CardTags";
import { TagChoices } from "../TagChoices";

/** Any number of the board's tags; nothing where the board does not use them. */
export function TagPicker({ card, isFrozen }: { card: CardRow; isFrozen: boolean }) {
  const { t } = useLingui();
  const sync = useSync();
  const { board } = useBoard();
  if (!board.use_tags || (isFrozen && card.tag_ids.length === 0)) return null;
  const shown = card.tag_ids.length ? (
    <CardTags ids={card.tag_ids} className="sheet__column-name" />
  ) : (
    <span className="sheet__column-name sheet__column-name--none">{t`No tags`}</span>
  );
  const pick = (tag_id: string, isOn: boolean, group?: string) =>
    void sync.send(isOn ? "card.add_tag" : "card.remove_tag", { card_ids: [card.id], tag_id }, group ? { group } : {});
  return (
    <div className="field">
      <span className="field__label">{t`Tags`}</span>
      {isFrozen ? (
        <span className="sheet__plain">{shown}</span>
      ) : (
        <Popover
          label={t`Tags`}
          placement="bottom start"
          trigger={
            <AriaButton className="field__input sheet__column">
              {shown}
              <Icon name="tag" size={16} />
            </AriaButton>
          }
        >
          <TagChoices cards={[card]} onPick={pick} />
        </Popover>
      )}
    </div>
  );
}
