import { statusTone } from "./facts";
import "./StatusDot.css";

/** A status as a dot beside its word. */
export function StatusDot({ status }: { status: string }) {
  const tone = statusTone(status);
  return <span className={tone ? `status-dot label--status-${tone}` : "status-dot"} />;
}
