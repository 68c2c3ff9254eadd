import { checkNumber, checkStrings, type OptionNames } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { codePointCount } from '../text/code-points.js';

/** A keyword and its weight. */
export interface Keyword {
  readonly word: string;
  readonly weight: number;
}

export interface ExtractOptions {
  /** Most keywords to give; 0 for all. Default: 20. */
  readonly topK?: number | undefined;
  /** Parts of speech to keep, such as `['n', 'vn']`. Default: none for TF-IDF, `ns n vn v` for TextRank. */
  readonly allowPos?: readonly string[] | undefined;
  /** Words to leave out, in lower case, besides jieba's own thirty English ones. */
  readonly stopWords?: ReadonlySet<string> | undefined;
}

export const extractOptions: OptionNames<ExtractOptions> = { topK: true, allowPos: true, stopWords: true };

/** @throws {RedianError} INVALID_ARGUMENT for an option of another kind. */
export function readExtractOptions(
  { topK = 20, allowPos, stopWords }: ExtractOptions,
  defaultPos: readonly string[],
): { topK: number; allowed: ReadonlySet<string>; stopWords: ReadonlySet<string> | undefined } {
  checkNumber('topK', topK, { min: 0, integer: true });
  if (allowPos !== undefined) checkStrings('allowPos', allowPos);
  if (stopWords !== undefined && typeof (stopWords as { has?: unknown } | null)?.has !== 'function') {
    throw new RedianError('INVALID_ARGUMENT', `stopWords: expected a Set, got ${describeValue(stopWords)}`, {
      details: { name: 'stopWords' },
    });
  }
  return { topK, allowed: new Set(allowPos ?? defaultPos), stopWords };
}

/** What jieba.analyse leaves out of itself. */
const jiebaStopWords = new Set(
  'the of is and to in that we for an are by be as on with can if from which you it this then at have all not one has or'.split(
    ' ',
  ),
);

/** Whether jieba.analyse would take a word: of two characters or more, and no stop word. */
export function isKeyword(word: string, stopWords: ReadonlySet<string> | undefined): boolean {
  if (codePointCount(word.trim()) < 2) return false;
  const lower = word.toLowerCase();
  return !jiebaStopWords.has(lower) && stopWords?.has(lower) !== true;
}

/** The heaviest words; of equal weights the one that came first leads. @param topK  0 for all */
export function heaviest(weights: ReadonlyMap<string, number>, topK: number): Keyword[] {
  const keywords = [...weights].map(([word, weight]) => ({ word, weight }));
  keywords.sort((a, b) => b.weight - a.weight);
  return topK === 0 ? keywords : keywords.slice(0, topK);
}
