import { useCallback, useEffect, useState } from "react";
import { onMoved } from "../../sync/moved";

/** Another number whenever something may have changed in what is found, and a way to have another. */
export function useRound(): [number, () => void] {
  const [round, setRound] = useState(0);
  useEffect(
    () =>
      onMoved(() => {
        if (document.visibilityState === "visible") setRound((old) => old + 1);
      }),
    [],
  );
  const again = useCallback(() => setRound((old) => old + 1), []);
  return [round, again];
}
