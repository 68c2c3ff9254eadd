/** Width of a text in columns: a Han character is two, a Latin letter one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += sign.charCodeAt(0) >= 0x1100 ? 2 : 1;
  return columns;
}
