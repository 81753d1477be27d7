import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { merge } from "../../../kits/textkit";
import { drafts, useRow, useScope, useSync } from "../../../sync/hooks";

const PAUSE_MS = 1500;

export type Conflict = { mine: string; theirs: string; version: number };
type Base = { text: string; version: number };
type Draft = { text: string; base: Base };

export type Details = {
  state: "loading" | "ready";
  text: string;
  isSaving: boolean;
  conflict: Conflict | null;
  /** `from`: the text it was made from, where that may no longer be the one that stands here. */
  write: (text: string, from?: string) => void;
  save: () => void;
  /** Ends a conflict with the text that shall hold. */
  settle: (text: string) => void;
};

const draftKey = (cardId: string) => `details.${cardId}`;

/**
 * A text that several people may write (S12). What others save is merged into what stands here, the caret stays; a pause saves; where
 * both changed the same words, both texts are shown. An unchanged text is never saved, and every keystroke is kept as a draft first.
 */
export function useDetails(cardId: string, field: RefObject<HTMLTextAreaElement | null>): Details {
  const scope = useScope(`card:${cardId}`);
  const row = useRow("card_texts", cardId);
  const sync = useSync();
  const isThere = row !== undefined || scope.state === "ready";
  const details = row?.details ?? "";
  const version = row?.version ?? 0;
  const [text, setText] = useState(details);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isSaving, setSaving] = useState(false);
  const now = useRef({ text: details, base: null as Base | null, sent: null as string | null, isConflict: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(
    (next: string) => {
      const caret = field.current && document.activeElement === field.current ? field.current.selectionStart : null;
      const before = now.current.text;
      now.current.text = next;
      setText(next);
      if (caret === null) return;
      const at = movedCaret(before, next, caret);
      requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
    },
    [field],
  );

  const clash = useCallback((found: Conflict | null) => {
    now.current.isConflict = found !== null;
    setConflict(found);
  }, []);

  /** What others saved, or the first text, arrives. */
  useEffect(() => {
    if (!isThere) return;
    const mine = now.current;
    const theirs: Base = { text: details, version };
    if (mine.base === null) {
      const draft = readDraft(cardId);
      mine.base = draft?.base ?? theirs;
      if (draft) show(draft.text);
      else show(theirs.text);
    }
    if (
      mine.isConflict ||
      mine.sent !== null ||
      (theirs.version === mine.base.version && theirs.text === mine.base.text)
    )
      return;
    const merged = mine.text === mine.base.text ? theirs.text : merge(mine.base.text, mine.text, theirs.text);
    if (merged === null) return clash({ mine: mine.text, theirs: theirs.text, version: theirs.version });
    mine.base = theirs;
    if (merged !== mine.text) show(merged);
  }, [isThere, details, version, cardId, show, clash, isSaving]);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const mine = now.current;
    if (!mine.base || mine.isConflict || mine.sent !== null || mine.text === mine.base.text) return;
    const sent = mine.text;
    mine.sent = sent;
    setSaving(true);
    void sync
      .send("card.set_details", { card_id: cardId, text: sent, base_version: mine.base.version })
      .then((answer) => {
        mine.sent = null;
        setSaving(false);
        if (answer.s === "conflict")
          clash({ mine: mine.text, theirs: answer.args.theirs, version: answer.args.version });
        else if (answer.s === "done" && mine.text === sent) drafts.set(draftKey(cardId), null);
      });
  }, [sync, cardId, clash]);

  const write = useCallback(
    (written: string, from?: string) => {
      const mine = now.current;
      // Somebody's words arrived while these were typed: both stay.
      const isLate = from !== undefined && from !== mine.text;
      const both = isLate ? merge(from, written, mine.text) : written;
      if (both === null && mine.base) clash({ mine: written, theirs: mine.base.text, version: mine.base.version });
      const next = both ?? written;
      mine.text = next;
      setText(next);
      const draft: Draft | null = mine.base && next !== mine.base.text ? { text: next, base: mine.base } : null;
      drafts.set(draftKey(cardId), draft && JSON.stringify(draft));
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    [cardId, save, clash],
  );

  const settle = useCallback(
    (chosen: string) => {
      if (!conflict) return;
      now.current.base = { text: conflict.theirs, version: conflict.version };
      clash(null);
      show(chosen);
      if (chosen === conflict.theirs) drafts.set(draftKey(cardId), null);
      else save();
    },
    [conflict, clash, show, save, cardId],
  );

  // Leaving saves what is there; the draft holds it until the server has it.
  useEffect(() => () => save(), [save]);
  return { state: isThere ? "ready" : "loading", text, isSaving, conflict, write, save, settle };
}

function readDraft(cardId: string): Draft | null {
  try {
    const draft = JSON.parse(drafts.get(draftKey(cardId)) ?? "null") as Draft | null;
    return draft && typeof draft.text === "string" && typeof draft.base?.text === "string" ? draft : null;
  } catch {
    return null;
  }
}

/** Where the caret stands after somebody else's change: behind the same letter. Exported for its tests. */
export function movedCaret(before: string, after: string, caret: number): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (caret <= start) return caret;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (caret >= before.length - end) return caret + after.length - before.length;
  return Math.min(caret, after.length - end);
}
