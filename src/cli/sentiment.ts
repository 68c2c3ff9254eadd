import { moodOf, Sentiment, type SentimentResult } from '../sentiment/index.js';
import { Tokenizer } from '../tokenizer/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { alignCells, Output, Progress, print } from './terminal.js';

/** Options of `redian sentiment`. */
interface SentimentFlags extends ReadFlags {
  readonly limit: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Columns of a post in the table. */
const SHOWN = 48;

interface Scored {
  readonly text: string;
  readonly result: SentimentResult;
}

function row({ text, result }: Scored): string[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const words = [...new Set(result.evidence.map((found) => found.text))].slice(0, 4).join(' ');
  return [result.score.toFixed(2), [...line].slice(0, SHOWN).join(''), words];
}

/** The mood of all posts and the posts at either end; with `--json` the score and evidence of each post. */
export async function sentiment(files: readonly string[], flags: SentimentFlags): Promise<void> {
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  const model = await Sentiment.load(await Tokenizer.load());
  const scored: Scored[] = [];
  const output = new Output();
  progress.start('scoring');
  for (const [index, { id, text }] of posts.entries()) {
    const result = model.score(text);
    if (flags.json === true) {
      await output.add(`${JSON.stringify({ id, ...result })}\n`);
    } else scored.push({ text, result });
    if (index % 1000 === 999) progress.update(`${index + 1} of ${posts.length} posts`);
  }
  progress.clear();
  tellRejects(tally, flags, progress);
  if (flags.json === true) {
    await output.flush();
    return;
  }
  const mood = moodOf(scored.map(({ result }) => result));
  await print(
    `${mood.posts} ${mood.posts === 1 ? 'post' : 'posts'}: ${mood.positive} positive, ${mood.negative} negative, mean ${mood.score.toFixed(2)} ` +
      `(95 % interval ${mood.low.toFixed(2)} to ${mood.high.toFixed(2)})\n`,
  );
  scored.sort((a, b) => b.result.score - a.result.score);
  const best = scored.filter(({ result }) => result.label === 'positive').slice(0, flags.limit);
  const worst = scored.filter(({ result }) => result.label === 'negative').slice(-flags.limit);
  await print(
    alignCells([['score', 'post', 'words'], ...best.map(row), ...worst.map(row)], ['right', 'left', 'left']),
  );
}
