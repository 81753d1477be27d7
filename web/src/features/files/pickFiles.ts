/** Asks for files with the browser's own dialog; none when it is closed without. */
export function pickFiles({ isMany = false }: { isMany?: boolean } = {}): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = isMany;
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
