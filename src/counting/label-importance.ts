import type { Tokenizer } from '../tokenizer/index.js';

/** Names of the dictionary, tags and tickers. */
const NAMED = 1.6;
/** Words that name nothing by themselves: verbs, adjectives, adverbs; English words written small. */
const PLAIN = 0.6;

const hasHan = /\p{Script=Han}/u;
const plainPos = /^(?:v(?!n)|a(?!n)|[dtmfbzilcpruyeo])/;

/** How terms are shown, and which of them are names. */
interface ShownTerms {
  readonly display: (term: string) => string;
  readonly isNamed: (term: string) => boolean;
}

/** How fit a term is to name a topic: names first, then nouns, and only then what things do or how they are. */
export function labelImportance(
  { display, isNamed }: ShownTerms,
  tokenizer: Tokenizer,
): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    let importance = known.get(term);
    if (importance === undefined) {
      importance = isNamed(term) ? NAMED : isPlain(term, display(term), tokenizer) ? PLAIN : 1;
      known.set(term, importance);
    }
    return importance;
  };
}

function isPlain(term: string, shown: string, tokenizer: Tokenizer): boolean {
  if (!hasHan.test(term)) return shown === shown.toLowerCase();
  const parts = tokenizer.tag(term);
  // A particle begins a stump: 之战.
  return parts[0]?.tag.startsWith('u') === true || parts.every(({ tag }) => plainPos.test(tag));
}
