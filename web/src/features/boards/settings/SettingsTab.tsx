import { useLingui } from "@lingui/react/macro";
import { useRow, useSync } from "../../../sync/hooks";
import { TextField } from "../../../ui/Field";
import { Segmented, Switch } from "../../../ui/Toggle";
import { useBoard } from "../boardTools";
import { useTyped } from "../useTyped";
import { Editors } from "./Editors";
import { Group } from "./Group";
import { Privacy } from "./Privacy";

type WipMode = "off" | "warn" | "block";

/** What holds for the whole board. Each setting is saved as it is changed. */
export function SettingsTab() {
  const { t } = useLingui();
  const { board, boardId, rights } = useBoard();
  const sync = useSync();
  const isOff = !rights.canManage;
  return (
    <div className="board-settings__stack">
      <ReadOnlyNote />
      <Group title={t`Name`} isOff={isOff}>
        <NameField />
      </Group>
      <Privacy isOff={isOff} />
      <Editors />
      <Chat isOff={isOff} />
      <WipMode isOff={isOff} />
      <Group title={t`On the cards`} isOff={isOff}>
        <Switch
          isSelected={board.numbering}
          onChange={(on) => void sync.send("board.set_numbering", { board_id: boardId, on })}
          description={t`Every task has a number on this board, older ones too. This shows it.`}
        >
          {t`Show numbers`}
        </Switch>
        <Switch
          isSelected={board.use_tags}
          onChange={(on) => void sync.send("board.set_use_tags", { board_id: boardId, on })}
          description={t`Switched off, tags are hidden and none is lost.`}
        >
          {t`Use tags`}
        </Switch>
      </Group>
    </div>
  );
}

/** Why all is switched off, for those who may only look. */
export function ReadOnlyNote() {
  const { t } = useLingui();
  const { rights } = useBoard();
  if (rights.canManage) return null;
  const words = rights.frozen
    ? t`This board is in the archive or the trash, so nothing here changes.`
    : t`You may look at the settings. Board admins change them.`;
  return <p className="board-settings__note">{words}</p>;
}

function NameField() {
  const { t } = useLingui();
  const { board, boardId, rights } = useBoard();
  const sync = useSync();
  const rename = (name: string) => void sync.send("board.rename", { board_id: boardId, name: name.trim() });
  const field = useTyped(`board-name.${boardId}`, board.name, rename, (name) => name.trim() !== "");
  return (
    <TextField
      label={t`Name of the board`}
      isLabelHidden
      value={field.text}
      readOnly={!rights.canManage}
      maxLength={200}
      onChange={field.write}
      onBlur={field.finish}
      onKeyDown={field.onKeyDown}
      error={field.isRight ? undefined : t`A board needs a name.`}
    />
  );
}

function Chat({ isOff }: { isOff: boolean }) {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const reads = useRow("board_privacy", boardId)?.visitors_chat ?? false;
  return (
    <Group title={t`Chat`} isOff={isOff}>
      <Switch
        isSelected={reads}
        onChange={(on) => void sync.send("board.set_visitors_chat", { board_id: boardId, on })}
        description={t`Board admins and team members read and write it always.`}
      >
        {t`Visitors may read the chat`}
      </Switch>
    </Group>
  );
}

function WipMode({ isOff }: { isOff: boolean }) {
  const { t } = useLingui();
  const { board, boardId } = useBoard();
  const sync = useSync();
  const notes: Record<WipMode, string> = {
    off: t`Limits are not shown.`,
    warn: t`Over the limit a column's header turns red. Nothing is blocked.`,
    block: t`A full column takes no more tasks.`,
  };
  const mode = board.wip_mode as WipMode;
  return (
    <Group title={t`WIP limits`} isOff={isOff}>
      <Segmented<WipMode>
        label={t`WIP limits`}
        isLabelHidden
        choices={[
          { id: "off", label: t`Off` },
          { id: "warn", label: t`Warn` },
          { id: "block", label: t`Block` },
        ]}
        value={mode}
        onChange={(next) => void sync.send("board.set_wip_mode", { board_id: boardId, mode: next })}
      />
      <p className="board-settings__muted">{notes[mode]}</p>
    </Group>
  );
}
