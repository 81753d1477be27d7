import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { byUse, useKnownHome } from "../features/home/homeData";
import { type Finding, Palette } from "../ui/Palette";

/** *Open boards*: every board one may read, and every action of the page. */
export function BoardPalette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const home = useKnownHome();
  const findings = useMemo<Finding[]>(() => {
    const accounts = new Map(home?.accounts.map((account) => [account.id, account.name]));
    return [...(home?.boards ?? [])].sort(byUse).map((board) => ({
      id: board.id,
      label: board.name,
      note: accounts.get(board.account_id),
      group: t`Boards`,
      icon: board.favourite ? ("starFilled" as const) : ("board" as const),
      run: () => void navigate({ to: "/b/$boardId", params: { boardId: board.id } }),
    }));
  }, [home, navigate, t]);
  return <Palette findings={findings} onClose={onClose} />;
}
