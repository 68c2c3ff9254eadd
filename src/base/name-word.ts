/**
 * A word for a file's name: letters, digits and hyphens of any script, at most 60 UTF-16 units, nothing that leads out of a
 * folder. Empty for a text without letters and digits.
 */
export function nameWord(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-/, '')
      .slice(0, 60)
      // A hyphen, or half of a character that the cut went through.
      .replace(/[^\p{L}\p{N}]$/u, '')
  );
}
