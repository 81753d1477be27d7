import { type KeyboardEvent, useState } from "react";
import { classes } from "../../ui/classes";
import { PlainEditor } from "./PlainEditor";
import { RichEditor } from "./RichEditor";
import type { Source } from "./readMarkdown";
import type { RichTextProps } from "./richTextProps";
import { openSource } from "./source";

/** `isForced`: the text cannot be shown as it will look. */
type Mode = { kind: "rich"; source: Source } | { kind: "markdown"; isForced: boolean };

// Who likes to write Markdown keeps it from text to text, as long as the page is open.
let prefersMarkdown = false;

function modeFor(value: string): Mode {
  const source = openSource(value);
  return source && !prefersMarkdown ? { kind: "rich", source } : { kind: "markdown", isForced: source === null };
}

/** Use `RichText`; this is its lazy part. It chooses between the two editors. */
export function RichBody(props: RichTextProps) {
  const { value, onSubmit, onEscape, size = "details" } = props;
  const [mode, setMode] = useState(() => modeFor(value));
  const prefer = (isMarkdown: boolean) => {
    prefersMarkdown = isMarkdown;
    setMode(modeFor(value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A Tab that the editor took must not move the focus as well, as a dialog around it would.
    if (event.key === "Tab" && event.defaultPrevented) event.stopPropagation();
    if (event.key === "Escape" && onEscape) {
      // The dialog around it stays open.
      event.stopPropagation();
      onEscape();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && onSubmit) {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the editor inside
    <div className={classes("rich", `rich--${size}`)} onKeyDown={onKeyDown}>
      {mode.kind === "rich" ? (
        <RichEditor
          {...props}
          source={mode.source}
          onStrange={() => setMode({ kind: "markdown", isForced: true })}
          onMarkdown={() => prefer(true)}
        />
      ) : (
        <PlainEditor {...props} isForced={mode.isForced} onRich={() => prefer(false)} />
      )}
    </div>
  );
}
