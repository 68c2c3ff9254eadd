/**
 * English stemming for counting: the plural, the commonest verb endings and a final e only, after steps 1 and 5a of Porter's
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

/** Whether it ends as hop and fil do, to which the e of hope and file belongs. */
function isShort(root: string): boolean {
  return /[^aeiou][aeiouy][^aeiouwxy]$/.test(root);
}

/** @param word  lower-case Latin letters; anything else comes back as it is. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let base = word;
  // Losses, launches, crashes, taxes: the e is the plural's.
  if (/(?:ss|[cs]h|x|zz)es$/.test(base) || (base.endsWith('ies') && base.length > 4))
    base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(ss|us|is|os|as)$/.test(base)) base = base.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    if (!base.endsWith(ending)) continue;
    if (base.endsWith('eed')) {
      if (measure(base.slice(0, -3)) > 0) base = base.slice(0, -1);
      break;
    }
    const root = base.slice(0, -ending.length);
    if (root.length < 3 || !vowel.test(root)) break;
    if (/([^aeiouylsz])\1$/.test(root)) return root.slice(0, -1);
    base = /(at|bl|iz)$/.test(root) || (measure(root) === 1 && isShort(root)) ? `${root}e` : root;
    break;
  }
  // Release and released: an e that the verb endings take along goes.
  if (base.endsWith('e') && base.length > 3) {
    const root = base.slice(0, -1);
    const parts = measure(root);
    if (parts > 1 || (parts === 1 && !isShort(root))) base = root;
  }
  return base.endsWith('y') && base.length > 3 && !vowel.test(base[base.length - 2] as string)
    ? `${base.slice(0, -1)}i`
    : base;
}

/** Words with a space between, each by itself. */
export function stemPhrase(phrase: string): string {
  return phrase.split(' ').map(stem).join(' ');
}
