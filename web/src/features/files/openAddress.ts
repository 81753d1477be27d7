/** Opens an address beside the page, which learns nothing of it. */
export function openAddress(address: string): void {
  window.open(address, "_blank", "noopener,noreferrer");
}

/** Fetches what an address serves as a download. */
export function saveAddress(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
