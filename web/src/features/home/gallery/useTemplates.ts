import { useCallback, useEffect, useState } from "react";
import type { BoardTemplateRow } from "../../../contracts/rows";
import { api } from "../../../kits/apikit";
import { useScope, useTable } from "../../../sync/hooks";
import { BLANK, blankTemplate, ownTemplate, type Template } from "./templates";

export type Templates = { templates: readonly Template[]; state: "loading" | "ready" | "failed" };

/** The blank board at once, the gallery and the account's own when they are here. Without the gallery a blank board can still be made. */
export function useTemplates(accountId: string): Templates {
  const own = useOwnTemplates(accountId);
  const [loaded, setLoaded] = useState<readonly Template[]>([]);
  const [state, setState] = useState<Templates["state"]>("loading");
  const count = own.length;
  useEffect(() => {
    let isGone = false;
    const told = (list: readonly Template[], next: Templates["state"]) => {
      if (isGone) return;
      setLoaded(list);
      setState(next);
    };
    api.get<Template[]>("/api/v1/templates").then(
      (list) => told(list, "ready"),
      () => told([], "failed"),
    );
    return () => {
      isGone = true;
    };
  }, [count]);
  const known = new Map(loaded.map((template) => [template.id, template]));
  const gallery = loaded.filter((one) => one.id !== BLANK && one.category !== "own");
  const mine = own.map((row) => ownTemplate(row, known.get(row.id)));
  return { templates: [blankTemplate(), ...mine, ...gallery], state };
}

function useOwnTemplates(accountId: string): readonly BoardTemplateRow[] {
  useScope(accountId ? `account:${accountId}` : null);
  return useTable(
    "board_templates",
    useCallback((row: BoardTemplateRow) => row.account_id === accountId, [accountId]),
  );
}
