import { useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useSyncExternalStore } from "react";
import { Toolbar } from "react-aria-components/Toolbar";
import { IconButton } from "../../ui/Button";
import { ModeSwitch, StyleMenu, TableMenu } from "./ToolButtons";
import { blockTools, levelOf, listTools, textTools } from "./tools";

/** The focus stays in the text; the library's button takes this without naming it in its type. */
const KEEP_FOCUS: object = { preventFocusOnPress: true };

type ToolBarProps = {
  editor: Editor;
  size: "details" | "chat";
  onLink: () => void;
  onMarkdown: () => void;
  actions?: ReactNode;
};

/** One quiet line of tools; arrow keys walk in it. */
export function ToolBar({ editor, size, onLink, onMarkdown, actions }: ToolBarProps) {
  const { t } = useLingui();
  useChanges(editor);
  const isLong = size === "details";
  return (
    <div className="rich__bar">
      <Toolbar className="rich__tools" aria-label={t`Format`}>
        {isLong ? <StyleMenu editor={editor} /> : null}
        <Tools editor={editor} tools={textTools} />
        <IconButton
          {...KEEP_FOCUS}
          icon="link"
          size="small"
          label={t`Link`}
          keys="mod+shift+k"
          isActive={editor.isActive("link")}
          onPress={onLink}
        />
        <span className="rich__gap" />
        <Tools editor={editor} tools={listTools} />
        <span className="rich__gap" />
        <Tools editor={editor} tools={blockTools} />
        {isLong ? <TableMenu editor={editor} /> : null}
        <ModeSwitch isMarkdown={false} onChange={onMarkdown} />
      </Toolbar>
      {actions}
    </div>
  );
}

function Tools({ editor, tools }: { editor: Editor; tools: typeof textTools }) {
  const { i18n } = useLingui();
  return tools.map(({ id, icon, label, keys, isOn, run }) => (
    <IconButton
      {...KEEP_FOCUS}
      key={id}
      icon={icon}
      size="small"
      label={i18n._(label)}
      keys={keys}
      isActive={isOn(editor)}
      onPress={() => run(editor)}
    />
  ));
}

/** Rendered again when another tool is on, not at every letter. */
function useChanges(editor: Editor): void {
  const read = () =>
    [...textTools, ...listTools, ...blockTools].map(({ isOn }) => Number(isOn(editor))).join("") +
    String(levelOf(editor)) +
    editor.isActive("link") +
    editor.isActive("table");
  useSyncExternalStore(
    (changed) => {
      editor.on("transaction", changed);
      return () => editor.off("transaction", changed);
    },
    read,
    read,
  );
}
