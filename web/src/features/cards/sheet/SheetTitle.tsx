import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CardRow } from "../../../contracts/rows";
import { drafts, useSync } from "../../../sync/hooks";

const MOST_LETTERS = 500;

/** The title, edited where it stands. Enter and leaving save; what is typed survives a reload; others' renames arrive while nobody types. */
export function SheetTitle({ card, isFrozen }: { card: CardRow; isFrozen: boolean }) {
  const { t } = useLingui();
  const sync = useSync();
  const key = `title.${card.id}`;
  const [typed, setTyped] = useState<string | null>(() => drafts.get(key) ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? card.title;
  const write = (next: string | null) => {
    setTyped(next);
    drafts.set(key, next === card.title ? null : next);
  };
  const save = () => {
    const title = text.replace(/\s+/g, " ").trim();
    write(null);
    if (title && title !== card.title) void sync.send("card.rename", { card_id: card.id, title });
  };
  const latest = useRef(save);
  latest.current = save;
  // Going to another card or closing leaves the field without a blur.
  useEffect(() => () => latest.current(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      field.current?.blur();
    }
    if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      write(null);
    }
  };
  return (
    <textarea
      ref={field}
      className="sheet__title"
      dir="auto"
      rows={1}
      aria-label={t`Title`}
      value={text}
      readOnly={isFrozen}
      maxLength={MOST_LETTERS}
      onChange={(event) => write(event.target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  );
}
