import { useEffect } from "react";
import { onRefused } from "../../sync/hooks";
import { refusalText } from "../../ui/refusals";
import { toasts } from "../../ui/toasts";

/** What the open editor shows itself needs no toast. */
const shownInPlace = new Set(["text_conflict"]);

/** Every refusal is told: what happened and what to do. It stays until it is read. */
export function useRefusals(): void {
  useEffect(
    () =>
      onRefused((_verb, _args, answer) => {
        if (shownInPlace.has(answer.code)) return;
        toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
      }),
    [],
  );
}
