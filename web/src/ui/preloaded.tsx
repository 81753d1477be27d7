import { type ComponentType, lazy, type ReactNode, useState } from "react";
import { comesAtLast } from "./late";

/**
 * A component in a chunk of its own, like React's `lazy`, and what fetches it beforehand. What is there already is drawn at once: `lazy`
 * would show its fallback first, and React keeps that for 300 ms.
 */
export function preloaded<P extends object>(
  load: () => Promise<ComponentType<P>>,
): [(props: P) => ReactNode, () => Promise<unknown>] {
  let there: ComponentType<P> | null = null;
  const fetchIt = async () => {
    there = await comesAtLast(load);
    return { default: there };
  };
  const Late = lazy(fetchIt) as unknown as ComponentType<P>;
  function Preloaded(props: P) {
    // The same one while it stands, so that it keeps what it holds.
    const [Content] = useState<ComponentType<P>>(() => there ?? Late);
    return <Content {...props} />;
  }
  return [Preloaded, fetchIt];
}
