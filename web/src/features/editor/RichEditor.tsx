import { useId, useRef, useState } from "react";
import { LinkBar } from "./LinkBar";
import { MentionList } from "./MentionList";
import type { Source } from "./readMarkdown";
import type { RichTextProps } from "./richTextProps";
import type { Suggested } from "./suggest";
import { ToolBar } from "./ToolBar";
import { useRichEditor } from "./useRichEditor";

type RichEditorProps = RichTextProps & {
  /** The text this editor was opened with. */
  source: Source;
  /** The text has become one that this editor cannot show. */
  onStrange: () => void;
  onMarkdown: () => void;
};

/** A text as it will look. */
export function RichEditor({ source, onStrange, onMarkdown, ...props }: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [suggested, setSuggested] = useState<Suggested | null>(null);
  const [isLinking, setLinking] = useState(false);
  const listId = useId();
  const { editor, isEmpty } = useRichEditor(place, {
    ...props,
    source,
    onStrange,
    listId,
    onSuggest: setSuggested,
    onLink: () => setLinking(true),
  });
  return (
    <>
      {editor && !props.isReadOnly ? (
        <ToolBar
          editor={editor}
          size={props.size ?? "details"}
          onLink={() => setLinking(true)}
          onMarkdown={onMarkdown}
          actions={props.actions}
        />
      ) : (
        <div className="rich__bar">{props.actions}</div>
      )}
      {editor && isLinking ? <LinkBar editor={editor} onClose={() => setLinking(false)} /> : null}
      <div ref={place} className="rich__place" data-placeholder={isEmpty ? props.placeholder : undefined} />
      {suggested ? <MentionList id={listId} suggested={suggested} /> : null}
    </>
  );
}
