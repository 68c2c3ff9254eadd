import { checkArray, checkString } from '../base/check.js';
import { StopWords } from '../counting/stop-words.js';
import { countingTerms } from '../counting/terms.js';
import { Tokenizer } from '../tokenizer/index.js';
import type { TopicDocument } from './topic.js';

let tools: { readonly tokenizer: Tokenizer; readonly stopWords: StopWords } | undefined;

/** The terms that a text is counted under, by the bundled dictionary and stop words, read once. */
export function termsOfText(text: string): string[] {
  tools ??= { tokenizer: Tokenizer.loadSync(), stopWords: StopWords.loadSync() };
  return countingTerms(tools.tokenizer.segment(text), tools.stopWords).map(({ key }) => key);
}

export function readDocument(document: string | TopicDocument, index: number): TopicDocument {
  if (typeof document === 'string') return { terms: termsOfText(document) };
  checkArray(`posts[${index}].terms`, document?.terms, 'strings');
  for (const term of document.terms) if (typeof term !== 'string') checkString(`posts[${index}].terms`, term);
  return document;
}
