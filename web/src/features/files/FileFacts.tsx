import { useLingui } from "@lingui/react/macro";
import type { AttachmentRow } from "../../contracts/rows";
import { exactTime, timeAgo } from "../../kits/datekit";
import { fileSize } from "../../kits/formats";
import { usePerson } from "../../sync/hooks";
import { tip } from "../../ui/Tooltip";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";

/** Size, who, when, and which version. Readers by link are not told who. */
export function FileFacts({ row, onVersions }: { row: AttachmentRow; onVersions: () => void }) {
  const { t } = useLingui();
  const { locale, personId } = useBoard();
  const host = row.url ? hostOf(row.url) : "";
  const { version } = row;
  return (
    <span className="file__facts">
      {row.kind === "file" ? <span className="figures">{fileSize(row.size, locale)}</span> : <bdi>{host}</bdi>}
      {personId ? <Who id={row.updated_by} /> : null}
      <When at={row.updated_at} />
      {version > 1 ? (
        <button type="button" className="file__versions figures" data-no-drag onClick={onVersions}>
          {t`Version ${version}`}
        </button>
      ) : null}
    </span>
  );
}

export function Who({ id }: { id: string }) {
  const { t } = useLingui();
  return <span className="file__who">{usePerson(id)?.name ?? t`Somebody`}</span>;
}

export function When({ at }: { at: number }) {
  const { zone, locale } = useBoard();
  const now = useMinute();
  return (
    <time dateTime={new Date(at).toISOString()} {...tip(exactTime(at, locale, zone))}>
      {timeAgo(Math.min(at, now), now, locale)}
    </time>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
}
