import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { numberFormat } from "../../kits/formats";
import { useBoardCount } from "./boardCounts";
import "./TileMark.css";

/** On a board's tile: how much on it has changed since one looked. It lies over the picture, so that nothing makes room for it. */
export function TileMark({ boardId }: { boardId: string }) {
  const { t, i18n } = useLingui();
  const { count, isMost } = useBoardCount(boardId);
  if (count === 0) return null;
  const words = t`${plural(count, { one: "# task changed", other: "# tasks changed" })} since you looked`;
  const figure = numberFormat(i18n.locale);
  return (
    <span className="tile-mark figures">
      <bdi aria-hidden="true">{isMost ? `${figure.format(count - 1)}+` : figure.format(count)}</bdi>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
