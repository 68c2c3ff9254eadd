import { fold } from '../text/fold.js';
import type { Token } from '../tokenizer/index.js';

/** What the linear model looks at: words in folded form, and pairs of neighbours joined by a space. */
export function featuresOf(tokens: readonly Token[]): string[] {
  const features: string[] = [];
  let previous: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'space') continue;
    let word: string | undefined;
    if (token.kind === 'word' || token.kind === 'term') word = fold(token.text);
    else if (token.kind === 'punctuation')
      word = /^[!！?？。…~～]/.test(token.text) ? fold(token.text[0] as string) : undefined;
    if (word === undefined) {
      if (token.kind !== 'number') previous = undefined;
      continue;
    }
    features.push(word);
    if (previous !== undefined) features.push(`${previous} ${word}`);
    previous = word;
  }
  return features;
}
