/** A table as a file that spreadsheets open. What begins like a formula stays text there. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  // The mark in front tells old spreadsheets that this is UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  // Spreadsheets overlook spaces in front, and take wide signs for narrow ones.
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
