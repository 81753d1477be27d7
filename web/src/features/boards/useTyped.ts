import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { drafts } from "../../sync/hooks";

type Typed = {
  text: string;
  /** False while the text cannot be saved; it then stays in the field. */
  isRight: boolean;
  write: (text: string) => void;
  finish: () => void;
  /** For fields of one line: Enter saves, Escape takes back. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * A field that saves when it is left. What others save arrives while nothing is typed; what is typed survives a reload, and is saved when
 * the field goes away without a blur. `key` names the draft.
 */
export function useTyped(
  key: string,
  value: string,
  save: (text: string) => void,
  isRight: (text: string) => boolean = () => true,
): Typed {
  const [typed, setTyped] = useState<string | null>(() => drafts.get(key) ?? null);
  // Escape, Enter and leaving may follow each other before the field is drawn again; none may save what another has settled.
  const held = useRef(typed);
  const text = typed ?? value;
  const write = (next: string | null) => {
    held.current = next;
    setTyped(next);
    drafts.set(key, next === value ? null : next);
  };
  const finish = () => {
    const last = held.current;
    if (last === null || !isRight(last)) return;
    write(null);
    if (last !== value) save(last);
  };
  const latest = useRef(finish);
  latest.current = finish;
  useEffect(() => () => latest.current(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      finish();
    }
    if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      write(null);
    }
  };
  return { text, isRight: isRight(text), write, finish, onKeyDown };
}
