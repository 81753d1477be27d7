import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { cleanLine } from "../../kits/linekit";
import { drafts, store, useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { Icon } from "../../ui/icons";
import { type ItemLine, itemLines } from "./itemLines";

/** What one command takes. */
const PART = 200;
const MOST_LETTERS = 500;

/** The field below the list: Enter adds and stays, a pasted list makes an item of every line. */
export function AddItems({ cardId, onAdded }: { cardId: string; onAdded: () => void }) {
  const { t } = useLingui();
  const key = `items.${cardId}`;
  const [text, setText] = useState(() => drafts.get(key) ?? "");
  const send = useSendItems(cardId, key);
  const write = (next: string) => {
    setText(next);
    drafts.set(key, next.trim() ? next : null);
  };
  const add = (lines: readonly ItemLine[]) => {
    write("");
    send(lines);
    onAdded();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const lines = typedLines(text);
      if (lines.length > 0) add(lines);
    } else if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      event.stopPropagation();
      write("");
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData("text");
    if (itemLines(pasted).length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    add(itemLines(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd)));
  };
  return (
    <div className="add-items">
      <Icon name="plus" size={16} />
      <textarea
        className="add-items__field"
        dir="auto"
        rows={1}
        value={text}
        maxLength={MOST_LETTERS}
        placeholder={t`Add an item`}
        aria-label={t`New item`}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}

/** A line that was typed is taken as it is; “12. December” is no list. */
function typedLines(text: string): ItemLine[] {
  if (text.trim().includes("\n")) return itemLines(text);
  return [{ text: cleanLine(text), done: false }].filter((line) => line.text !== "");
}

function useSendItems(card_id: string, draftKey: string): (lines: readonly ItemLine[]) => void {
  const { t } = useLingui();
  const sync = useSync();
  return (lines) => {
    const group = uuid7();
    for (let from = 0; from < lines.length; from += PART) {
      const part = lines.slice(from, from + PART);
      const items = part.map((line) => ({ item_id: uuid7(), ...line, text: line.text.slice(0, MOST_LETTERS) }));
      const after = store.order("checklist_items", card_id).at(-1) ?? null;
      void sync.send("checklist.add", { card_id, items, after }, { group }).then((answer) => {
        if (answer.s !== "refused" || drafts.get(draftKey)) return;
        // What was refused is not lost: its words are back in the field when the list is opened again.
        drafts.set(draftKey, part.map((line) => line.text).join("\n"));
      });
    }
    const count = lines.length;
    announce(t`${plural(count, { one: "# item added", other: "# items added" })}`);
  };
}
