/**
 * The files of a paste or a drop, without folders. Browsers call every picture from the clipboard `image.png`: with `pictureName` it gets a
 * name of its own, so that it does not become a new version of the last one.
 */
export function filesIn(data: DataTransfer, pictureName?: string): File[] {
  return [...data.items].flatMap((item) => {
    if (item.kind !== "file" || item.webkitGetAsEntry?.()?.isDirectory) return [];
    const file = item.getAsFile();
    if (!file) return [];
    return [pictureName ? named(file, pictureName) : file];
  });
}

/** Whether folders are among what is dropped: they cannot be attached. */
export const hasFolders = (data: DataTransfer): boolean =>
  [...data.items].some((item) => item.kind === "file" && item.webkitGetAsEntry?.()?.isDirectory);

/** A picture without a name of its own gets one, with the time it was made. */
export function named(file: File, name: string): File {
  if (file.name !== "image.png") return file;
  const now = new Date(file.lastModified);
  const when = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  const options = { type: file.type, lastModified: file.lastModified };
  return new File([file], `${name} ${when.replace("T", " ").replaceAll(":", ".")}.png`, options);
}

/** Whether a paste is meant for a text that is being written: a table copied as text comes as a picture too. */
export function isTyping({ target, clipboardData }: ClipboardEvent): boolean {
  const isEditable = target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;
  return isEditable && (clipboardData?.types.includes("text/plain") ?? false);
}
