import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, memo, type ReactNode, useEffect } from "react";
import type { ChecklistItemRow } from "../../contracts/rows";
import { exactTime } from "../../kits/datekit";
import { useRow } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import "../../ui/Toggle.css";
import { tip } from "../../ui/Tooltip";
import { useBoard } from "../boards/boardTools";
import { ChangeNote } from "../cards/ChangeNote";
import { dueWords } from "../cards/dueWords";
import { Faces } from "../cards/Faces";
import { useMinute } from "../cards/useMinute";
import { type ItemPanelKind, useChecklist } from "./checklistTools";
import { ItemEditor } from "./ItemText";

type ItemLineProps = {
  itemId: string;
  isFrozen: boolean;
  isTabStop: boolean;
  isEdited: boolean;
  /** What this line has open. */
  opened: ItemPanelKind | null;
};

/** One item. Its controls are plain buttons and what they open is shared by all lines: a list may hold hundreds. */
export const ItemLine = memo(function ItemLine({ itemId, ...shown }: ItemLineProps) {
  const item = useRow("checklist_items", itemId);
  return item ? <Line item={item} {...shown} /> : null;
});

type LineProps = Omit<ItemLineProps, "itemId"> & { item: ChecklistItemRow };

function Line({ item, isFrozen, isTabStop, isEdited, opened }: LineProps) {
  const { t } = useLingui();
  const { acts, edit, marks } = useChecklist();
  const tabIndex = isTabStop ? 0 : -1;
  const words = item.text;
  useEffect(() => marks.see(item.id, item.rank), [marks, item.id, item.rank]);
  return (
    <li className={classes("item", item.done && "item--done", opened && "item--opened")} data-item={item.id}>
      <label className="item__tick" data-no-drag>
        <input
          type="checkbox"
          className="toggle__input visually-hidden"
          data-part="tick"
          tabIndex={tabIndex}
          aria-label={words}
          checked={item.done}
          disabled={isFrozen}
          onChange={(event) => acts.tick(item.id, event.target.checked)}
        />
        <span className="toggle__box">{item.done ? <Icon name="check" size={16} strokeWidth={2.5} /> : null}</span>
      </label>
      {isEdited ? (
        <ItemEditor item={item} />
      ) : isFrozen ? (
        <span className="item__text" dir="auto">
          {words}
        </span>
      ) : (
        <button
          type="button"
          className="item__text"
          dir="auto"
          data-part="text"
          tabIndex={tabIndex}
          aria-label={t`Edit “${words}”`}
          onClick={() => edit(item.id)}
        >
          {words}
        </button>
      )}
      <span className="item__facts">
        <DueFact item={item} isFrozen={isFrozen} tabIndex={tabIndex} opened={opened} />
        <PeopleFact item={item} isFrozen={isFrozen} tabIndex={tabIndex} opened={opened} />
      </span>
      {isFrozen ? null : (
        <Opener item={item} kind="menu" tabIndex={tabIndex} opened={opened} label={t`Actions for “${words}”`} />
      )}
      <ChangeNote id={item.id} marks={marks} className="item__change" />
    </li>
  );
}

type FactProps = Pick<LineProps, "item" | "isFrozen" | "opened"> & { tabIndex: number };

/** When it is due, in words; done items are not overdue. */
function DueFact({ item, isFrozen, tabIndex, opened }: FactProps) {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const now = useMinute();
  const due = dueWords(item, { now, zone, locale }, item.done || isFrozen);
  const exact = item.due_at === null ? undefined : exactTime(item.due_at, locale, zone);
  const shown = due ? (
    <>
      <Icon name={due.isOverdue ? "clock" : "calendar"} size={16} />
      {due.text}
    </>
  ) : null;
  if (isFrozen) {
    return due ? (
      <span className="item__fact" title={exact}>
        {shown}
      </span>
    ) : null;
  }
  return (
    <Opener
      item={item}
      kind="due"
      tabIndex={tabIndex}
      opened={opened}
      label={due?.text ?? t`Due date`}
      title={exact}
      className={due?.isOverdue ? "item__fact item__fact--overdue" : "item__fact"}
    >
      {shown}
    </Opener>
  );
}

function PeopleFact({ item, isFrozen, tabIndex, opened }: FactProps) {
  const { t } = useLingui();
  const { personId } = useBoard();
  const ids = item.assignee_ids;
  // Readers by link are not told who the people are.
  const faces = ids.length > 0 && personId !== null ? <Faces ids={ids} /> : null;
  if (isFrozen) return faces;
  return (
    <Opener item={item} kind="people" tabIndex={tabIndex} opened={opened} label={t`Assigned to`} className="item__fact">
      {faces}
    </Opener>
  );
}

const EMPTY = { menu: "dots", due: "calendar", people: "user" } as const;

type OpenerProps = Omit<FactProps, "isFrozen"> & {
  kind: ItemPanelKind;
  label: string;
  title?: string | undefined;
  className?: string;
  children?: ReactNode;
};

/** The button that opens a picker or the menu. While there is nothing to say it is an icon, seen where the pointer or the focus is. */
function Opener({ item, kind, label, tabIndex, opened, title, className, children }: OpenerProps) {
  const { open } = useChecklist();
  const isEmpty = children == null;
  return (
    <button
      type="button"
      className={classes(className, isEmpty && "item__opener")}
      data-part={kind}
      data-no-drag
      tabIndex={tabIndex}
      aria-haspopup={kind === "menu" ? "menu" : "dialog"}
      aria-expanded={opened === kind}
      aria-label={isEmpty ? label : undefined}
      title={title}
      {...(isEmpty ? tip(label) : {})}
      onClick={(event: MouseEvent<HTMLButtonElement>) => open(item.id, kind, event.currentTarget)}
    >
      {kind === "people" && !isEmpty ? <span className="visually-hidden">{label}</span> : null}
      {children ?? <Icon name={EMPTY[kind]} size={16} />}
    </button>
  );
}
