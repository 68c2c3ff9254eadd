import { checkArray, checkNumber, checkString } from '../base/check.js';
import { labelImportance } from '../counting/label-importance.js';
import { Spellings } from '../counting/spellings.js';
import { StopWords } from '../counting/stop-words.js';
import { type CountingTerm, countingTerms } from '../counting/terms.js';
import { type Token, Tokenizer } from '../tokenizer/index.js';
import type { TopicDocument } from './topic.js';

/** The largest weight, so that sums of weights are numbers. */
export const HEAVIEST = 1e100;

let tools: { readonly tokenizer: Tokenizer; readonly stopWords: StopWords } | undefined;

/** The bundled dictionary and stop words, read once. */
function loaded(): NonNullable<typeof tools> {
  tools ??= { tokenizer: Tokenizer.loadSync(), stopWords: StopWords.loadSync() };
  return tools;
}

/** Made when the first text is read: documents of terms need no dictionary. */
export class TextSpellings {
  #spellings: Spellings | undefined;
  readonly #named = new Set<string>();

  add(tokens: readonly Token[], terms: readonly CountingTerm[]): void {
    this.#spellings ??= new Spellings(loaded().stopWords, loaded().tokenizer);
    for (const term of terms) if (term.named) this.#named.add(term.key);
    // With a capital begins any text.
    const opening = tokens.find(({ kind }) => kind === 'word')?.text;
    this.#spellings.add(
      tokens,
      terms.map((term, at) =>
        at === 0 && term.display === opening ? { ...term, display: spellingOf(term) } : term,
      ),
    );
  }

  of(key: string): string {
    return this.#spellings?.of(key) ?? key;
  }

  /** How fit terms are to name a topic; all alike where no text was read. */
  importance(): (term: string) => number {
    if (this.#spellings === undefined) return () => 1;
    const isNamed = (term: string): boolean => this.#named.has(term);
    const display = (term: string): string => spellingOf({ display: this.of(term), named: isNamed(term) });
    return labelImportance({ display, isNamed }, loaded().tokenizer);
  }
}

/** The terms that a text is counted under; how they are written is noted. */
export function termsOfText(text: string, spellings?: TextSpellings): string[] {
  const { tokenizer, stopWords } = loaded();
  const tokens = tokenizer.segment(text);
  const terms = countingTerms(tokens, stopWords);
  spellings?.add(tokens, terms);
  return terms.map(({ key }) => key);
}

/** Headlines write Features where texts write features: the capital of a word that is no name says nothing. */
function spellingOf({ display, named }: Pick<CountingTerm, 'display' | 'named'>): string {
  return named || display === display.toUpperCase() ? display : display.toLowerCase();
}

/**
 * A document as it is, or the terms of a text.
 * @throws {RedianError} INVALID_ARGUMENT for terms that are no strings or a text that is none, or a weight that is not from 0 to 1e100.
 */
export function readDocument(
  document: string | TopicDocument,
  index: number,
  spellings: TextSpellings,
): TopicDocument {
  if (typeof document === 'string') return { terms: termsOfText(document, spellings) };
  checkArray(`posts[${index}].terms`, document?.terms, 'strings');
  for (const term of document.terms) if (typeof term !== 'string') checkString(`posts[${index}].terms`, term);
  if (document.text !== undefined) checkString(`posts[${index}].text`, document.text);
  if (document.weight !== undefined)
    checkNumber(`posts[${index}].weight`, document.weight, { min: 0, max: HEAVIEST });
  return document;
}
