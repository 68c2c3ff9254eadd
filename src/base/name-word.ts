/** A word for a file's name: letters, digits and hyphens of any script, nothing that leads out of a folder. */
export function nameWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
