/** A page that never says that it is drawn stands after this long. */
const LONGEST_MS = 1_000;
let isStanding = false;
let stand = () => {};
const standing = new Promise<void>((done) => {
  stand = done;
});

/** From now on nothing is held back. */
export function pageStands(): void {
  isStanding = true;
  stand();
}

/** The page's own content is in the document; two frames later it is seen. */
export function pageIsDrawn(): void {
  if (!isStanding) requestAnimationFrame(() => requestAnimationFrame(pageStands));
}

/** Loads a part of the page's frame now, or once the page's own content is seen: what is asked for before makes that late. */
export function oncePageStands<T>(load: () => Promise<T>): Promise<T> {
  if (isStanding) return load();
  // No frame comes to a tab in the background.
  setTimeout(pageStands, LONGEST_MS);
  return standing.then(load);
}
