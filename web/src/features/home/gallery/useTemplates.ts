import { useCallback, useEffect, useState } from "react";
import type { BoardTemplateRow } from "../../../contracts/rows";
import { api } from "../../../kits/apikit";
import { useScope, useTable } from "../../../sync/hooks";
import { BLANK, blankTemplate, ownTemplate, type Template } from "./templates";

/** Asked for once a page; the gallery changes with a release only. */
let asked: Promise<Template[]> | null = null;

function askGallery(): Promise<Template[]> {
  asked ??= api.get<Template[]>("/api/v1/templates").catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

export type Templates = { templates: readonly Template[]; state: "loading" | "ready" | "failed" };

/** The blank board at once, the gallery and the account's own when they are here. Without the gallery a blank board can still be made. */
export function useTemplates(accountId: string): Templates {
  const own = useOwnTemplates(accountId);
  const [loaded, setLoaded] = useState<readonly Template[]>([]);
  const [state, setState] = useState<Templates["state"]>("loading");
  useEffect(() => {
    let isGone = false;
    const told = (list: readonly Template[], next: Templates["state"]) => {
      if (isGone) return;
      setLoaded(list.filter((one) => one.id !== BLANK));
      setState(next);
    };
    askGallery().then(
      (list) => told(list, "ready"),
      () => told([], "failed"),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return { templates: [blankTemplate(), ...own.map(ownTemplate), ...loaded], state };
}

function useOwnTemplates(accountId: string): readonly BoardTemplateRow[] {
  useScope(accountId ? `account:${accountId}` : null);
  return useTable(
    "board_templates",
    useCallback((row: BoardTemplateRow) => row.account_id === accountId, [accountId]),
  );
}
