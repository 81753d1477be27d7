import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useConnection } from "../../sync/hooks";
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
  if (stuck) {
    return (
      <span className="connection connection--stuck" role="status" title={refusalText(stuck)}>
        <Icon name="warning" size={16} />
        {stuck === "too_many_sockets"
          ? t`Too many tabs`
          : t`${plural(pending, { one: "# change waits", other: "# changes wait" })}`}
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
      {words}
    </span>
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
