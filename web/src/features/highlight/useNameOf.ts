import { useLingui } from "@lingui/react/macro";
import { useCallback, useSyncExternalStore } from "react";
import { useSync } from "../../sync/hooks";

/** What people are called; these are asked for where they are not known, and come when they are. */
export function useNameOf(ids: readonly string[]): (id: string) => string {
  const { t } = useLingui();
  const { store, directory } = useSync();
  const key = ids.filter((id) => id !== "me" && id !== "none").join(" ");
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = key.split(" ").map((id) => {
        if (id) directory.want(id);
        return store.watchers.watch(`person ${id}`, listener);
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
    [key, store, directory],
  );
  useSyncExternalStore(subscribe, () =>
    key
      .split(" ")
      .map((id) => directory.get(id)?.name)
      .join("\n"),
  );
  return (id) => directory.get(id)?.name ?? t`Somebody`;
}
