import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Icon } from "../../ui/icons";

type SearchFieldProps = { value: string; isWaiting: boolean; onChange: (words: string) => void };

export function SearchField({ value, isWaiting, onChange }: SearchFieldProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = (event.target as Element | null)?.closest(
        "input, textarea, [contenteditable], [role=dialog]",
      );
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isElsewhere) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser this page runs in
    <div className="search__field" role="search">
      <Icon name="search" />
      <input
        ref={field}
        data-search-field
        type="text"
        inputMode="search"
        enterKeyHint="search"
        className="search__input"
        aria-label={t`Search in everything you can read`}
        placeholder={t`Tasks, chat, files, boards, people`}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="search__waiting" data-waiting={isWaiting} aria-hidden="true" />
      {value ? (
        <button
          type="button"
          className="search__clear"
          aria-label={t`Clear the words`}
          onClick={() => {
            onChange("");
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  );
}
