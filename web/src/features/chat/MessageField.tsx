import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Mention } from "../../kits/mentionkit";
import type { Written } from "./mentionText";
import { OfferedPeople } from "./OfferedPeople";
import { useOffer } from "./useOffer";
import "./MessageField.css";

export type FieldHandle = { focus: () => void; insert: (text: string) => void };

type MessageFieldProps = {
  label: string;
  placeholder?: string;
  written: Written;
  people: readonly Mention[];
  onWrite: (written: Written) => void;
  onSend: () => void;
  /** True when Escape has done something here. */
  onEscape: () => boolean;
  /** Arrow up in an empty field. */
  onUp?: () => void;
  onFiles?: (files: File[]) => void;
  ref?: Ref<FieldHandle>;
};

/** Where a message is written: Markdown as it is, Enter sends, Shift+Enter makes a line, @ offers people. */
export function MessageField(props: MessageFieldProps) {
  const { label, placeholder, written, people, onWrite } = props;
  const id = `${useId()}-people`;
  const { field, caret, setCaret, put } = useCaret(written, onWrite, props.ref);
  const offer = useOffer(written.text, caret, people);
  const choose = (mention: Mention) => {
    if (offer.asked) put(`@${mention.name} `, offer.asked.from, mention);
    offer.restart();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(offer.onKey(event, choose) || isTaken(event, props))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (!props.onFiles || files.length === 0) return;
    event.preventDefault();
    props.onFiles(files);
  };
  return (
    <div className="message-field">
      <OfferedPeople id={id} offer={offer} onChoose={choose} />
      <textarea
        ref={field}
        className="message-field__text"
        dir="auto"
        rows={1}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={offer.chosen ? id : undefined}
        aria-activedescendant={offer.chosen ? `${id}-${offer.chosen.id}` : undefined}
        placeholder={placeholder}
        value={written.text}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          offer.restart();
          onWrite({ text: event.target.value, mentions: written.mentions });
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}

/** The keys of the field itself: whether this one did something. */
function isTaken(event: KeyboardEvent, { written, onSend, onEscape, onUp }: MessageFieldProps): boolean {
  if (event.key === "Escape") return onEscape();
  if (event.key === "Enter" && !event.shiftKey && !isTouch()) onSend();
  else if (event.key === "ArrowUp" && !written.text && onUp) onUp();
  else return false;
  return true;
}

/** On a touch screen's keyboard Enter makes a line; the button sends. */
const isTouch = () => matchMedia("(pointer: coarse)").matches;

/** The caret, and a way to put text there. */
function useCaret(written: Written, onWrite: MessageFieldProps["onWrite"], ref: Ref<FieldHandle> | undefined) {
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const put = (text: string, from = field.current?.selectionStart ?? caret, more?: Mention) => {
    const to = field.current?.selectionEnd ?? from;
    const isKnown = !more || written.mentions.some((one) => one.id === more.id && one.name === more.name);
    wanted.current = from + text.length;
    setCaret(wanted.current);
    onWrite({
      text: written.text.slice(0, from) + text + written.text.slice(to),
      mentions: isKnown ? written.mentions : [...written.mentions, more],
    });
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (text) => {
      put(text);
      field.current?.focus();
    },
  }));
  // Whoever comes back to a draft goes on at its end.
  useLayoutEffect(() => field.current?.setSelectionRange(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), []);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return { field, caret, setCaret, put };
}
