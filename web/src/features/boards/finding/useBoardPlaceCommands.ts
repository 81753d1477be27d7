import { useLingui } from "@lingui/react/macro";
import { type Command, useCommands } from "../../../ui/commands";
import { commandsOf } from "../../../ui/menuCommands";
import { toasts } from "../../../ui/toasts";
import { askLife } from "../../home/life/lifeStore";
import { useBoard } from "../boardTools";
import { usePlace } from "../place";
import { exportBoard } from "../settings/overview/exportBoard";
import { useExportWords } from "../settings/overview/useExportWords";
import { settingsTabs } from "../settings/settingsTabs";
import { useThisBoardLife } from "../useThisBoardLife";

/** The board's settings by their tabs, its exports, and what may be done with it as a whole. */
export function useBoardPlaceCommands(): void {
  const { t, i18n } = useLingui();
  const { boardId, board, zone, personId, rights } = useBoard();
  const { go } = usePlace();
  const exports = useExportWords();
  const life = useThisBoardLife().flat();
  useCommands((): readonly Command[] => {
    if (personId === null) return [];
    const group = t`Board`;
    const settings = t`Board settings`;
    const words: Partial<Record<string, string>> = {
      overview: t`description progress figures archive`,
      settings: t`name privacy link numbering WIP limits tags visitors chat`,
      columns: t`order rename limits`,
      tags: t`colours merge rename`,
    };
    const tabs = settingsTabs.map((tab) => ({
      ...{ id: `board.settings.${tab.id}`, label: i18n._(tab.title), group: settings, icon: "settings" as const },
      ...{ words: words[tab.id] ?? "", run: () => go({ settings: tab.id }) },
    }));
    const begin = async (format: (typeof exports.formats)[number]["id"]) => {
      const problem = await exportBoard(boardId, format, zone);
      toasts.add(problem ? { kind: "error", text: exports.problems[problem] } : { kind: "info", text: exports.begun });
    };
    const files = exports.formats.map(({ id, title }) => ({
      ...{ id: `board.export.${id}`, label: title, group, icon: "download" as const },
      run: () => void begin(id),
    }));
    const rename: Command = {
      ...{ id: "board.rename", label: t`Rename…`, group, icon: "pencil", guard: () => rights.canManage },
      run: () => {
        const { name, account_id } = board;
        const facts = { state: "open", role: rights.role, favourite: false };
        askLife({ kind: "rename", board: { id: boardId, name, account_id, ...facts } });
      },
    };
    return [...tabs, ...files, rename, ...commandsOf("board", group, life)];
  }, [t, i18n, boardId, board, zone, personId, rights, go, life.map((entry) => entry.id).join()]);
}
