import { useSearch as useAddress, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FILTERS, readQuery, type SearchQuery } from "./query";

/**
 * What is searched for stands in the address, so that *back* leads to the same results; while one types the address is replaced and not
 * added to. The words of the field are the page's own until the address follows.
 */
export function useSearchAddress(): [SearchQuery, (change: Partial<SearchQuery>) => void] {
  const address = useAddress({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const key = JSON.stringify(readQuery(address));
  const [query, setQuery] = useState<SearchQuery>(() => JSON.parse(key));
  const written = useRef(key);
  useEffect(() => {
    // Somebody else wrote the address: *back*, or a link.
    if (key === written.current) return;
    written.current = key;
    setQuery(JSON.parse(key));
  }, [key]);
  const change = useCallback(
    (words: Partial<SearchQuery>) => {
      const next = { ...query, ...words };
      setQuery(next);
      written.current = JSON.stringify(readQuery(next));
      const search = (old: Record<string, unknown>) => ({
        ...old,
        ...Object.fromEntries(["q" as const, ...FILTERS].map((word) => [word, next[word] || undefined])),
      });
      void navigate({ to: ".", search, replace: true, resetScroll: false });
    },
    [navigate, query],
  );
  return useMemo(() => [query, change], [query, change]);
}
