import { checkArray, checkString } from '../base/check.js';
import type { Spellings } from '../counting/spellings.js';
import { StopWords } from '../counting/stop-words.js';
import { type CountingTerm, countingTerms } from '../counting/terms.js';
import { Tokenizer } from '../tokenizer/index.js';
import type { TopicDocument } from './topic.js';

let tools: { readonly tokenizer: Tokenizer; readonly stopWords: StopWords } | undefined;

/** The terms that a text is counted under, by the bundled dictionary and stop words, read once; how they are written is noted. */
export function termsOfText(text: string, spellings?: Spellings): string[] {
  tools ??= { tokenizer: Tokenizer.loadSync(), stopWords: StopWords.loadSync() };
  const terms = countingTerms(tools.tokenizer.segment(text), tools.stopWords);
  if (spellings !== undefined) for (const term of terms) spellings.add(term.key, spellingOf(term));
  return terms.map(({ key }) => key);
}

/** Headlines write Features where texts write features: only names and what is all in capitals keep them. */
function spellingOf({ display, named }: CountingTerm): string {
  return named || display === display.toUpperCase() ? display : display.toLowerCase();
}

export function readDocument(
  document: string | TopicDocument,
  index: number,
  spellings: Spellings,
): TopicDocument {
  if (typeof document === 'string') return { terms: termsOfText(document, spellings) };
  checkArray(`posts[${index}].terms`, document?.terms, 'strings');
  for (const term of document.terms) if (typeof term !== 'string') checkString(`posts[${index}].terms`, term);
  return document;
}
