import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Verbs } from "../../contracts/verbs";
import { uuid7 } from "../../kits/idkit";
import { drafts, store, useSync } from "../../sync/hooks";
import type { Answer } from "../../sync/sync";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { pasteLines } from "./pasteLines";

const MOST_AT_ONCE = 100;

export type NewCards = Verbs["card.add"]["cards"];
/** A column, or what stands in its place, such as a day; that says itself how cards are added there. */
export type AddTo = { id: string; name: string; add?: (cards: NewCards) => Promise<Answer> };
type AddFieldProps = { column: AddTo; draftKey: string; onClose: (isByKey: boolean) => void };

/** The field itself: Enter adds and keeps it open. */
export function AddField({ column, draftKey, onClose }: AddFieldProps) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.get(draftKey) ?? "");
  const [lines, setLines] = useState<readonly string[]>([]);
  const add = useAddCards(column);
  const name = column.name;
  const count = lines.length;
  useEffect(() => field.current?.focus(), []);

  const write = (next: string) => {
    setText(next);
    drafts.set(draftKey, next.trim() ? next : null);
  };
  const submit = (titles: readonly string[]) => {
    if (titles.length === 0) return;
    add(titles);
    write("");
    setLines([]);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose(true);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit(count > 1 ? lines : [oneLine(text)].filter(Boolean));
    }
  };
  const onBlur = (event: FocusEvent) => {
    const isInside = event.currentTarget.closest(".add-cards")?.contains(event.relatedTarget);
    if (!isInside && !text.trim()) onClose(false);
  };
  const onPaste = (event: ClipboardEvent) => {
    const found = pasteLines(event.clipboardData.getData("text")).slice(0, MOST_AT_ONCE);
    setLines(found.length > 1 && !text.trim() ? found : []);
  };
  return (
    <div className="add-cards">
      <textarea
        ref={field}
        className="add-cards__field"
        dir="auto"
        rows={2}
        value={text}
        placeholder={t`What has to be done?`}
        aria-label={t`New task in “${name}”`}
        onChange={(event) => {
          write(event.target.value);
          if (pasteLines(event.target.value).length !== count) setLines([]);
        }}
        onBlur={onBlur}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      <div className="add-cards__foot">
        {count > 1 ? (
          <>
            <Button look="primary" size="small" onPress={() => submit(lines)}>
              {t`${plural(count, { one: "Add # task", other: "Add # tasks" })}`}
            </Button>
            <Button look="quiet" size="small" onPress={() => submit([oneLine(text)])}>{t`Add as one`}</Button>
          </>
        ) : (
          <Button
            look="primary"
            size="small"
            isDisabled={!text.trim()}
            onPress={() => submit([oneLine(text)])}
          >{t`Add`}</Button>
        )}
        <Button look="quiet" size="small" onPress={() => onClose(true)}>{t`Close`}</Button>
      </div>
    </div>
  );
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function useAddCards(column: AddTo): (titles: readonly string[]) => void {
  const { t } = useLingui();
  const sync = useSync();
  const toEnd = (cards: NewCards) =>
    sync.send("card.add", { column_id: column.id, cards, after: store.order("cards", column.id).at(-1) ?? null });
  const add = column.add ?? toEnd;
  return (titles) => {
    const cards = titles.map((title) => ({ card_id: uuid7(), title }));
    const typed = titles.join("\n");
    void add(cards).then((answer) => {
      // A refused task is not lost: its words are back in the field when it is opened again.
      if (answer.s === "refused" && !drafts.get(`add:${column.id}`)) drafts.set(`add:${column.id}`, typed);
    });
    const count = titles.length;
    announce(t`${plural(count, { one: "# task added", other: "# tasks added" })}`);
    requestAnimationFrame(() => requestAnimationFrame(() => scrollToEnd(column.id)));
  };
}

function scrollToEnd(columnId: string): void {
  const scroller = document.querySelector(`[data-column="${CSS.escape(columnId)}"] .column__scroll`);
  scroller?.scrollTo({ top: scroller.scrollHeight });
}
