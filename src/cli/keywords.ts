import { extractTags, keyphrases, newWords, textRank } from '../keywords/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { alignCells, Progress, print, printable } from './terminal.js';
import { usageError } from './usage.js';
import { weighTerms } from './weigh-terms.js';

/** Of so many posts a phrase that only one of them has tells nothing of all. */
const MANY = 20;

/** Options of `redian keywords`. */
interface KeywordsFlags extends ReadFlags {
  readonly limit: number;
  readonly method: 'tfidf' | 'textrank';
  readonly each?: boolean;
  readonly phrases?: boolean;
  readonly newWords?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Prints the terms that tell most of all posts, with `--phrases` phrases of two words or more, with `--new-words` strings
 * that the dictionary lacks, or with `--each` the keywords of each post as jieba has them.
 */
export async function keywords(files: readonly string[], flags: KeywordsFlags): Promise<void> {
  if (flags.method === 'textrank' && flags.each !== true)
    throw usageError('--method', 'tfidf, or --each beside it', flags.method);
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  if (flags.each === true) {
    progress.clear();
    const tokenizer = await Tokenizer.load();
    const extract = flags.method === 'tfidf' ? extractTags : textRank;
    for (const { id, text } of posts) {
      const found = extract(text, tokenizer, { topK: flags.limit });
      await print(
        flags.json === true
          ? `${JSON.stringify({ id, keywords: found })}\n`
          : `${printable(found.map(({ word }) => word).join(' '))}\n`,
      );
    }
  } else if (flags.phrases === true || flags.newWords === true) {
    const tokenizer = await Tokenizer.load();
    const texts = posts.map(({ text }) => text);
    const found =
      flags.phrases === true
        ? phraseRows(texts, tokenizer, flags.limit)
        : newWordRows(texts, tokenizer, flags.limit);
    progress.clear();
    await print(
      flags.json === true ? `${JSON.stringify(found.values)}\n` : alignCells(found.rows, found.alignment),
    );
  } else {
    const terms = (await weighTerms(posts, progress)).slice(0, flags.limit);
    progress.clear();
    const rows = terms.map(({ term, posts: count, weight }) => [term, String(count), weight.toFixed(1)]);
    await print(
      flags.json === true
        ? `${JSON.stringify(terms)}\n`
        : alignCells([['term', 'posts', 'weight'], ...rows], ['left', 'right', 'right']),
    );
  }
  tellRejects(tally, flags, progress);
}

interface Table {
  readonly values: readonly object[];
  readonly rows: string[][];
  readonly alignment: ('left' | 'right')[];
}

function phraseRows(texts: readonly string[], tokenizer: Tokenizer, limit: number): Table {
  const values = keyphrases(texts, tokenizer, {
    topK: Math.min(limit, 1000),
    minWords: 2,
    minTexts: texts.length < MANY ? 1 : 2,
  });
  const rows = values.map(({ phrase, texts: posts, score }) => [phrase, String(posts), score.toFixed(2)]);
  return { values, rows: [['phrase', 'posts', 'score'], ...rows], alignment: ['left', 'right', 'right'] };
}

function newWordRows(texts: readonly string[], tokenizer: Tokenizer, limit: number): Table {
  const values = newWords(texts, tokenizer, { topK: limit });
  const rows = values.map(({ word, count, cohesion, leftEntropy, rightEntropy, examples }) => [
    word,
    String(count),
    cohesion.toFixed(2),
    Math.min(leftEntropy, rightEntropy).toFixed(2),
    examples[0] ?? '',
  ]);
  return {
    values,
    rows: [['word', 'count', 'cohesion', 'entropy', 'example'], ...rows],
    alignment: ['left', 'right', 'right', 'right', 'left'],
  };
}
