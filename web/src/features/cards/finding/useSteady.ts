import { useRef } from "react";

/** The same list as before while it holds the same. */
export function useSteady(list: readonly string[]): readonly string[] {
  const last = useRef(list);
  if (last.current.join() !== list.join()) last.current = list;
  return last.current;
}
