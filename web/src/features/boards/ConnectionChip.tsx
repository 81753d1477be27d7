import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useConnection } from "../../sync/hooks";
import { FramePlace } from "../../ui/Frame";
import { Icon } from "../../ui/icons";
import { refusalText } from "../../ui/refusals";
import "./ConnectionChip.css";

/** A short break is nobody's business. */
const PATIENCE_MS = 1200;

/** Nothing while all is well; else what does not work and what becomes of one's work. */
export function ConnectionChip() {
  const { t } = useLingui();
  const { state, pending, stuck } = useConnection();
  const isTrouble = state !== "online";
  const isLong = useLasting(isTrouble);
  if (stuck === "too_many_sockets") return <Crowded />;
  if (stuck) {
    return (
      <span className="connection connection--stuck" role="status" title={refusalText(stuck)}>
        <Icon name="warning" size={16} />
        <span className="connection__words">
          {t`${plural(pending, { one: "# change waits", other: "# changes wait" })}`}
        </span>
      </span>
    );
  }
  if (!isLong) return null;
  const words =
    state === "connecting"
      ? t`Connecting…`
      : pending > 0
        ? t`${plural(pending, { one: "Offline: # change waiting", other: "Offline: # changes waiting" })}`
        : t`Offline`;
  return (
    <span
      className={`connection connection--${state}`}
      role="status"
      title={t`What you change is kept on this device and sent when the connection is back.`}
    >
      <Icon name="cloudOff" size={16} />
      <span className="connection__words">{words}</span>
    </span>
  );
}

/** What only the person can mend is said in full, in a line below the bar. */
function Crowded() {
  return (
    <FramePlace name="notice">
      <p className="connection-line" role="status">
        <Icon name="warning" size={16} />
        {refusalText("too_many_sockets")}
      </p>
    </FramePlace>
  );
}

function useLasting(isTrouble: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isTrouble) {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isTrouble]);
  return isLong && isTrouble;
}
