import { useLingui } from "@lingui/react/macro";
import type { Verbs } from "../../../contracts/verbs";
import { useRow, useSync } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { confirm } from "../../../ui/confirm";
import { TextField } from "../../../ui/Field";
import { Icon } from "../../../ui/icons";
import { Checkbox } from "../../../ui/Toggle";
import { toasts } from "../../../ui/toasts";
import { useBoard } from "../boardTools";
import { Group } from "./Group";
import "./Privacy.css";

type Privacy = Verbs["board.set_privacy"]["privacy"];

/** Who may read the board; for the open link also its address, copied and renewed here. */
export function Privacy({ isOff }: { isOff: boolean }) {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const now = (useRow("board_privacy", boardId)?.privacy ?? "account") as Privacy;
  const token = useRow("board_links", boardId)?.token;
  const choices = [
    {
      id: "team" as const,
      icon: "people" as const,
      label: t`The team of this board`,
      note: t`Only people who are on the board.`,
    },
    {
      id: "account" as const,
      icon: "lock" as const,
      label: t`The whole account team`,
      note: t`Everybody who works on a board of this account may read it too.`,
    },
    {
      id: "link" as const,
      icon: "globe" as const,
      label: t`Anyone with the link`,
      note: t`Whoever has the address reads along live, without signing in. Nobody changes anything that way.`,
    },
  ];
  const choose = (privacy: Privacy) => {
    if (privacy === now) return;
    void sync.send("board.set_privacy", {
      board_id: boardId,
      privacy,
      link_token: privacy === "link" ? makeToken() : null,
    });
  };
  return (
    <Group title={t`Who may see this board?`} isOff={isOff}>
      <div className="privacy">
        {choices.map((choice) => (
          <label key={choice.id} className="privacy__choice">
            <input
              type="radio"
              name="privacy"
              className="visually-hidden"
              checked={choice.id === now}
              onChange={() => choose(choice.id)}
            />
            <Icon name={choice.icon} className="privacy__icon" />
            <span className="privacy__words">
              <span className="privacy__label">{choice.label}</span>
              <span className="privacy__note">{choice.note}</span>
            </span>
            <Icon name="check" className="privacy__check" />
          </label>
        ))}
      </div>
      {now === "link" && token ? <OpenLink token={token} /> : null}
      {now === "link" ? <LinkOptions /> : null}
    </Group>
  );
}

function OpenLink({ token }: { token: string }) {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const address = new URL(`/b/${boardId}?link=${encodeURIComponent(token)}`, location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      toasts.add({ kind: "done", text: t`The link is copied.` });
    } catch {
      toasts.add({
        kind: "error",
        text: t`The browser does not let this page copy. Select the address and copy it yourself.`,
      });
    }
  };
  const renew = async () => {
    const isSure = await confirm({
      title: t`Make a new link?`,
      body: t`The present one stops working at once, for everybody who has it.`,
      confirmLabel: t`Make a new link`,
    });
    if (isSure) void sync.send("board.set_privacy", { board_id: boardId, privacy: "link", link_token: makeToken() });
  };
  return (
    <div className="privacy__link">
      <TextField
        label={t`Address`}
        value={address}
        onChange={() => undefined}
        readOnly
        dir="ltr"
        onFocus={(event) => event.target.select()}
      />
      <div className="privacy__acts">
        <Button look="primary" icon="copy" onPress={() => void copy()}>{t`Copy link`}</Button>
        <Button onPress={() => void renew()}>{t`New link…`}</Button>
      </div>
    </div>
  );
}

/** What the link opens beside the tasks. */
function LinkOptions() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const row = useRow("board_privacy", boardId);
  const chat = row?.link_chat ?? false;
  const files = row?.link_files ?? false;
  const set = (change: { chat?: boolean; files?: boolean }) =>
    void sync.send("board.set_link_options", { board_id: boardId, chat, files, ...change });
  return (
    <div className="privacy__options">
      <Checkbox isSelected={chat} onChange={(on) => set({ chat: on })}>
        {t`The link also shows the chat`}
      </Checkbox>
      <Checkbox isSelected={files} onChange={(on) => set({ files: on })}>
        {t`The link also shows attachments`}
      </Checkbox>
    </div>
  );
}

const TOKEN_BYTES = 24;

/** The secret part of the address: 24 random bytes, safe in an address. */
function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
