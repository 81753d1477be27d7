/** Goes on with what is being fetched only if the pointer is still down when it arrives: a late press would never end. */
export async function whilePressed<T>(
  down: PointerEvent,
  fetching: Promise<T>,
  go: (module: T) => void,
): Promise<void> {
  const listening = new AbortController();
  let isDown = true;
  const release = (event: PointerEvent) => {
    if (event.pointerId === down.pointerId) isDown = false;
  };
  window.addEventListener("pointerup", release, { capture: true, signal: listening.signal });
  window.addEventListener("pointercancel", release, { capture: true, signal: listening.signal });
  try {
    const module = await fetching;
    if (isDown) go(module);
  } catch {
    // Without the script there is no drag; the menu moves the card too.
  } finally {
    listening.abort();
  }
}
