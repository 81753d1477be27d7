import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import "./InlineName.css";

type InlineNameProps = {
  name: string;
  /** What is asked, for screen readers. */
  label: string;
  canRename: boolean;
  isRenaming: boolean;
  setRenaming: (isRenaming: boolean) => void;
  onRename: (name: string) => void;
  maxLength: number;
};

/** A name that becomes a field where it stands: by a click, by Enter or F2. Enter and leaving the field save, Escape does not. */
export function InlineName(props: InlineNameProps) {
  const { name, canRename, isRenaming, setRenaming } = props;
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body) button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  if (isRenaming) return <NameField {...props} />;
  if (!canRename) {
    return (
      <span className="inline-name" dir="auto" title={name}>
        {name}
      </span>
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className="inline-name inline-name--open"
      dir="auto"
      title={name}
      onClick={() => setRenaming(true)}
      onKeyDown={(event) => {
        if (event.key !== "F2") return;
        event.preventDefault();
        setRenaming(true);
      }}
    >
      {name}
    </button>
  );
}

function NameField({ name, label, setRenaming, onRename, maxLength }: InlineNameProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  // In the frame of the gesture that asked for it: who types at once loses no letter.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (isSaved: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    const clean = text.replace(/\s+/g, " ").trim();
    if (isSaved && clean && clean !== name) onRename(clean);
    setRenaming(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    finish(event.key === "Enter");
  };
  return (
    <input
      ref={field}
      className="inline-name inline-name__field"
      dir="auto"
      value={text}
      maxLength={maxLength}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  );
}
