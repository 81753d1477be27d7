import { useLingui } from "@lingui/react/macro";
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

export function ZoomBar({ scale, isFitted, onZoom, onFit }: ZoomBarProps) {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <div className="preview__zoom">
      <IconButton size="small" icon="zoomOut" label={t`Smaller`} keys="-" onPress={() => onZoom(-1)} />
      <span className="figures">{scale === null ? "" : percentFormat(locale).format(scale)}</span>
      <IconButton size="small" icon="zoomIn" label={t`Larger`} keys="+" onPress={() => onZoom(1)} />
      <IconButton size="small" icon="fit" label={t`Fit`} keys="0" isActive={isFitted} onPress={onFit} />
    </div>
  );
}
