/**
 * Papers and sites, in lower case, that an aggregator credits in brackets behind a headline without naming an author:
 * `(Bloomberg)`.
 */
export const press: ReadonlySet<string> = new Set([
  '36kr',
  '404 media',
  'ap',
  'associated press',
  'axios',
  'bbc',
  'bloomberg',
  'business insider',
  'cnbc',
  'cnn',
  'financial times',
  'forbes',
  'fortune',
  'nikkei',
  'nikkei asia',
  'politico',
  'reuters',
  'semafor',
  'techcrunch',
  'the guardian',
  'the information',
  'the verge',
  'new york times',
  'wall street journal',
  'washington post',
  'wired',
]);
