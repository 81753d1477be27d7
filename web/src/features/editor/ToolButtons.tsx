import { useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { IconButton } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { insertTable, levelOf, setStyle, styles, tableTools } from "./tools";

/** Text or a heading. */
export function StyleMenu({ editor }: { editor: Editor }) {
  const { t, i18n } = useLingui();
  const now = levelOf(editor);
  const entries = styles.map(({ level, label, keys }) => ({
    id: String(level),
    label: i18n._(label),
    keys,
    isSelected: level === now,
    run: () => setStyle(editor, level),
  }));
  return (
    <Menu label={t`Text or heading`} placement="bottom start" groups={[{ id: "styles", entries }]}>
      <IconButton icon="heading" size="small" label={t`Text or heading`} isActive={now !== null} />
    </Menu>
  );
}

/** A new table; inside one, its rows and columns. Always a menu: a button that turned into one would lose the focus. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t, i18n } = useLingui();
  const isInside = editor.isActive("table");
  const tools = tableTools.map(({ id, label, isDanger, run }) => ({
    id,
    label: i18n._(label),
    isDanger,
    run: () => run(editor),
  }));
  const entries = isInside ? tools : [{ id: "new", label: t`Insert a table`, run: () => insertTable(editor) }];
  return (
    <Menu label={t`Table`} placement="bottom start" groups={[{ id: "table", entries }]}>
      <IconButton icon="table" size="small" label={t`Table`} isActive={isInside} />
    </Menu>
  );
}

type ModeSwitchProps = { isMarkdown: boolean; isFixed?: boolean; onChange: () => void };

/** Between the text as it will look, and its Markdown. */
export function ModeSwitch({ isMarkdown, isFixed, onChange }: ModeSwitchProps) {
  const { t } = useLingui();
  return (
    <IconButton
      icon="markdown"
      size="small"
      className="rich__mode"
      label={isMarkdown ? t`Write it as it will look` : t`Write Markdown`}
      isActive={isMarkdown}
      isDisabled={isFixed}
      onPress={onChange}
    />
  );
}
