/** An English word without its commonest endings: launches, launched and launching are one key. */
export function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|es|ed|s)$/u, '') : word.replace(/s$/u, '');
}
