/** Place of the first of some spans, in order, that starts at `start` or behind it. O(log spans). */
export function firstFrom(spans: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as { readonly start: number }).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
