/** An integer with its digits in groups of three: 1,234,567. */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
