import { useLingui } from "@lingui/react/macro";
import { useEffect, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { Button, IconButton } from "./Button";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import "./toasts.css";

export type Toast = {
  kind?: "info" | "done" | "error";
  text: string;
  /** The way out: undo, try again, open. */
  action?: { label: string; run: () => void };
  /** Work that goes on: the line stays until it is closed or becomes another. */
  progress?: { done: number; total: number };
};

type Shown = Toast & { id: number };

const LIFE_MS = 6000;
let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const toasts = {
  /** Shows a line at the bottom. Errors stay until they are closed; the rest goes after six seconds unless pointed at. */
  add(toast: Toast): number {
    const id = nextId++;
    // The same words twice are one toast, moved to the end.
    set([...shown.filter((one) => one.text !== toast.text), { ...toast, id }].slice(-4));
    return id;
  },
  /** Puts another line in its place, if it is still there. */
  become(id: number, toast: Toast): void {
    set(shown.map((one) => (one.id === id ? { ...toast, id } : one)));
  },
  close(id: number): void {
    set(shown.filter((one) => one.id !== id));
  },
  clear(): void {
    set([]);
  },
};

/** Stands once at the root of the page. */
export function ToastRegion() {
  const { t } = useLingui();
  const list = useSyncExternalStore(subscribe, () => shown);
  // Beside the page and not in it, so that it stays in sight and within reach over a dialog, which covers the page and makes it inert.
  return createPortal(
    <section className="toasts" aria-label={t`Notices`} data-react-aria-top-layer="true">
      <div className="toasts__live" aria-live="polite" aria-relevant="additions">
        {list.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </div>
    </section>,
    document.body,
  );
}

const icons: Record<NonNullable<Toast["kind"]>, IconName> = { info: "info", done: "check", error: "warning" };

function ToastLine({ toast }: { toast: Shown }) {
  const { t } = useLingui();
  const kind = toast.kind ?? "info";
  const isStaying = kind === "error" || toast.progress !== undefined;
  useEffect(() => {
    if (isStaying) return;
    const timer = setTimeout(() => toasts.close(toast.id), LIFE_MS);
    return () => clearTimeout(timer);
  }, [isStaying, toast.id]);
  return (
    <div className={classes("toast", `toast--${kind}`)} role={kind === "error" ? "alert" : undefined}>
      <Icon name={icons[kind]} className="toast__icon" />
      <span className="toast__text">
        {toast.text}
        {toast.progress ? (
          <progress className="toast__progress" value={toast.progress.done} max={Math.max(1, toast.progress.total)} />
        ) : null}
      </span>
      {toast.action ? (
        <Button
          size="small"
          look="quiet"
          className="toast__action"
          onPress={() => {
            toasts.close(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton size="small" icon="close" label={t`Close`} onPress={() => toasts.close(toast.id)} />
    </div>
  );
}
