import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ChecklistItemRow } from "../../contracts/rows";
import { cleanLine } from "../../kits/linekit";
import { useTyped } from "../boards/useTyped";
import { useChecklist } from "./checklistTools";

const MOST_LETTERS = 500;
const hasWords = (text: string) => cleanLine(text) !== "";

/** An item's text while it is edited, where it stands. Enter and leaving save, Escape takes back. */
export function ItemEditor({ item }: { item: ChecklistItemRow }) {
  const { t } = useLingui();
  const { acts, edit, focus } = useChecklist();
  const field = useRef<HTMLTextAreaElement>(null);
  const save = (text: string) => {
    if (cleanLine(text) !== item.text) acts.rename(item.id, cleanLine(text));
  };
  const typed = useTyped(`item.${item.id}`, item.text, save, hasWords);
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, []);
  const close = () => {
    edit(null);
    focus(item.id, "text");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    typed.onKeyDown(event);
    if (event.key === "Enter") close();
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <textarea
      ref={field}
      className="item__text item__text--edited"
      dir="auto"
      rows={1}
      data-no-drag
      aria-label={t`Text of the item`}
      maxLength={MOST_LETTERS}
      value={typed.text}
      onChange={(event) => typed.write(event.target.value)}
      onBlur={() => {
        typed.finish();
        edit(null);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
