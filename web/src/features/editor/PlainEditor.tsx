import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useImperativeHandle, useRef } from "react";
import { Icon } from "../../ui/icons";
import type { RichTextProps } from "./richTextProps";
import { ModeSwitch } from "./ToolButtons";

type PlainEditorProps = RichTextProps & { isForced: boolean; onRich: () => void };

/** A text as its Markdown, in a plain field. */
export function PlainEditor(props: PlainEditorProps) {
  const { value, onChange, onBlur, label, placeholder, isReadOnly, size, onSubmit, autoFocus, ref, isForced, onRich } =
    props;
  const { t } = useLingui();
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? own;
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (text) => {
      const { selectionStart: start, selectionEnd: end } = field.current ?? {
        selectionStart: value.length,
        selectionEnd: value.length,
      };
      onChange(value.slice(0, start) + text + value.slice(end), value);
    },
  }));
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus, field]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (size !== "chat" || event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || !onSubmit) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <>
      <div className="rich__bar">
        {isForced ? (
          <p className="rich__why">
            <Icon name="info" size={16} />
            {t`This text holds what the editor cannot show, so it is written as Markdown.`}
          </p>
        ) : null}
        <ModeSwitch isMarkdown isFixed={isForced} onChange={onRich} />
        {props.actions}
      </div>
      <textarea
        ref={field}
        className="rich__text rich__text--plain"
        dir="auto"
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        readOnly={isReadOnly}
        value={value}
        onChange={(event) => onChange(event.target.value, value)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
