/**
 * The tabs of one person on one device. One of them owns the outbox and sends; the others hand their commands over and hear the answers
 * (S8). Without Web Locks every tab owns what it knows: a command sent twice has the same id and gets the same answer (S3).
 */
export interface Tabs {
  /** Calls back when this tab is the owner; it stays so until it closes. */
  own(onOwner: () => void): void;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
}

export function browserTabs(person: string): Tabs {
  const name = `tafla.outbox.${person}`;
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
  const closing = new AbortController();
  let release: () => void = () => {};
  return {
    own(onOwner) {
      if (typeof navigator === "undefined" || !navigator.locks || !channel) {
        onOwner();
        return;
      }
      const held = () =>
        new Promise<void>((resolve) => {
          release = resolve;
          onOwner();
        });
      // Aborted when the page's sync is closed before its turn came.
      navigator.locks.request(name, { signal: closing.signal }, held).catch(() => undefined);
    },
    post: (message) => channel?.postMessage(message),
    onMessage(listener) {
      if (channel) channel.onmessage = (event: MessageEvent) => listener(event.data);
    },
    close() {
      closing.abort();
      release();
      channel?.close();
    },
  };
}
