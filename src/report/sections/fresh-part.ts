import type { FactQuote } from '../analysis/fact.js';
import { columnsOf } from '../language/columns.js';

/** A word, name or number of a quote: what it counts as, and where it stands in the quote. */
interface QuotedWord {
  readonly key: string;
  readonly at: number;
  readonly isNumber: boolean;
}

/** The words, names and numbers of a quote. */
export function* wordsOf({ text, post }: FactQuote): Generator<QuotedWord> {
  const start = post.text.indexOf(text);
  // Where something was left out, as an emoji, the words are looked for one by one.
  let past = 0;
  for (const token of post.tokens) {
    if (token.kind !== 'word' && token.kind !== 'term' && token.kind !== 'number') continue;
    const at = start >= 0 ? token.start - start : text.indexOf(token.text, past);
    if (at < 0 || at + token.text.length > text.length) continue;
    past = at + token.text.length;
    if (token.kind === 'word' && token.text.length < 2) continue;
    yield { key: (token.term?.canonical ?? token.text).toLowerCase(), at, isNumber: token.kind === 'number' };
  }
}

/** A clause of whose words this share was told before says nothing new. */
const TOLD = 0.5;
/** Least columns that are worth quoting; a Han character is two. */
const LEAST = 20;
const clauseEnd = /[；;：:]|[，,](?!\d{3})/gu;

/**
 * The end of a quote from its first clause on that says something new, verbatim; empty if none does. What is told is
 * left out from the front alone, so that the rest is still one piece of the post.
 *
 * @param told  keys of the words that stand there already.
 */
export function freshPart(quote: FactQuote, told: ReadonlySet<string>): string {
  const words = [...wordsOf(quote)];
  const { text } = quote;
  let from = 0;
  for (const match of [...text.matchAll(clauseEnd), undefined]) {
    const to = match?.index ?? text.length;
    const own = words.filter(({ at }) => at >= from && at < to);
    const known = own.filter(({ key }) => told.has(key)).length;
    // Another number is news whatever stands around it.
    const hasNumber = own.some(({ key, isNumber }) => isNumber && !told.has(key));
    if (hasNumber || (own.length > 0 && known < TOLD * own.length)) {
      const rest = text.slice(from).trim();
      return columnsOf(rest) >= LEAST ? rest : '';
    }
    from = to + 1;
  }
  return '';
}
