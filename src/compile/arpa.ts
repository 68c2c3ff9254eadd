/** Two words of a language model, the second right behind the first. */
export interface Bigram {
  readonly first: string;
  readonly second: string;
  /** Of all pairs of neighbours, the share that is this one: p(first) · p(second | first). */
  readonly probability: number;
}

/**
 * Bigrams of a language model in ARPA format: sections of lines `log10 probability, tab, words apart by spaces, tab, log10 of the
 * back-off weight`. Longer n-grams are not read.
 *
 * @throws {Error} if a bigram names a word that is none of the model's.
 * @see https://www.speech.sri.com/projects/srilm/manpages/ngram-format.5.html
 */
export function* arpaBigrams(text: string): Generator<Bigram> {
  const probabilities = new Map<string, number>();
  let section = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('\\')) section = line.trim();
    if (section === '\\3-grams:') return;
    const [logarithm = '', words] = line.split('\t');
    if (words === undefined) continue;
    if (section === '\\1-grams:') probabilities.set(words, 10 ** Number(logarithm));
    if (section !== '\\2-grams:') continue;
    const [first = '', second = ''] = words.split(' ');
    const ofFirst = probabilities.get(first);
    if (ofFirst === undefined) throw new Error(`bigram "${words}": ${first} is no word of the model`);
    yield { first, second, probability: ofFirst * 10 ** Number(logarithm) };
  }
}
