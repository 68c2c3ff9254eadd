/**
 * English stemming for counting: the plural and the commonest verb endings only, after the first steps of Porter's
 * algorithm (Program 14, 1980). Deeper steps join words that readers keep apart (universe, university).
 */
const vowel = /[aeiouy]/;

function measure(stem: string): number {
  let count = 0;
  let before = false;
  for (let i = 0; i < stem.length; i++) {
    const isVowel = vowel.test(stem[i] as string);
    if (!isVowel && before) count++;
    before = isVowel;
  }
  return count;
}

/** @param word  lower-case Latin letters; anything else comes back as it is. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let base = word;
  if (base.endsWith('sses') || (base.endsWith('ies') && base.length > 4)) base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(ss|us|is|os|as)$/.test(base)) base = base.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    if (!base.endsWith(ending)) continue;
    const root = base.slice(0, -ending.length);
    if (root.length < 3 || !vowel.test(root)) break;
    if (/(at|bl|iz)$/.test(root)) return `${root}e`;
    if (/([^aeiouylsz])\1$/.test(root)) return root.slice(0, -1);
    base = measure(root) === 1 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(root) ? `${root}e` : root;
    break;
  }
  return base.endsWith('y') && base.length > 3 && !vowel.test(base[base.length - 2] as string)
    ? `${base.slice(0, -1)}i`
    : base;
}

/** Words with a space between, each by itself. */
export function stemPhrase(phrase: string): string {
  return phrase.split(' ').map(stem).join(' ');
}
