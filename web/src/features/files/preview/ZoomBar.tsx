import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { percentFormat } from "../../../kits/formats";
import { IconButton } from "../../../ui/Button";
import { useLocale } from "../../../ui/language";

type ZoomBarProps = {
  /** How large it is shown now; null while that is not known. */
  scale: number | null;
  isFitted: boolean;
  onZoom: (step: 1 | -1) => void;
  onFit: () => void;
};

/** Larger, smaller, as it fits: by button, and by + and − and 0 wherever the focus is in the preview. */
export function ZoomBar({ scale, isFitted, onZoom, onFit }: ZoomBarProps) {
  const { t } = useLingui();
  const locale = useLocale();
  const bar = useRef<HTMLDivElement>(null);
  const acts = useRef({ onZoom, onFit });
  acts.current = { onZoom, onFit };
  useEffect(() => {
    const preview = bar.current?.closest<HTMLElement>(".preview");
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") acts.current.onZoom(1);
      else if (event.key === "-") acts.current.onZoom(-1);
      else if (event.key === "0") acts.current.onFit();
    };
    preview?.addEventListener("keydown", onKeyDown);
    return () => preview?.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div className="preview__zoom" ref={bar}>
      <IconButton size="small" icon="zoomOut" label={t`Smaller`} keys="-" onPress={() => onZoom(-1)} />
      <span className="figures">{scale === null ? "" : percentFormat(locale).format(scale)}</span>
      <IconButton size="small" icon="zoomIn" label={t`Larger`} keys="+" onPress={() => onZoom(1)} />
      <IconButton size="small" icon="fit" label={t`Fit`} keys="0" isActive={isFitted} onPress={onFit} />
    </div>
  );
}
