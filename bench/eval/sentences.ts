/**
 * Labels of sentiment on texts that no weight was trained on: `npx tsx bench/eval/sentences.ts`. First the lists of test/sentiment,
 * each sentence or title judged by a reader. Then 3,000 sentences of English reviews, a thousand each of Amazon, IMDb and Yelp, half of
 * them praise (Kotzias et al., "From group to individual labels using deep features", KDD 2015), which the npm package `sentiment` brings in
 * its tests, beside that package and `vader-sentiment`; both come by `npm run bench:peers`.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Sentiment } from '../../src/sentiment/index.js';
import { agreement, type JudgedText, readJudgedTexts } from '../../test/sentiment/support/judged-texts.js';

const sentiment = Sentiment.loadSync();
const peers = createRequire(fileURLToPath(new URL('../peers/package.json', import.meta.url)));

for (const [name, list] of [
  ['ordinary sentences', 'ordinary-sentences.tsv'],
  ['denials', 'denials.tsv'],
  ['turned', 'turned.tsv'],
  ['titles', 'titles.tsv'],
] as const) {
  const { texts, right, turned, madeUp, rightOfGiven } = agreement(
    readJudgedTexts(list),
    (text) => sentiment.score(text).label,
  );
  console.log(
    `${name}: ${texts}, label right ${right.toFixed(3)}, turned round ${turned}, of moods given right ${rightOfGiven.toFixed(3)}, given to what has none ${madeUp.toFixed(3)}`,
  );
}

/** Below 0 negative, above 0 positive. */
type Score = (text: string) => number;

/** Scores of a peer; nothing if it is not installed. */
function scoresOf(peer: string, load: () => Score): readonly (readonly [string, Score])[] {
  try {
    return [[peer, load()]];
  } catch {
    console.log(`${peer}: not there, left out (npm run bench:peers)`);
    return [];
  }
}

const scores = [
  ['redian', (text: string) => sentiment.score(text).score],
  ...scoresOf('sentiment', () => {
    const Afinn = peers('sentiment');
    const afinn = new Afinn();
    return (text) => afinn.analyze(text).score;
  }),
  ...scoresOf('vader-sentiment', () => {
    const { SentimentIntensityAnalyzer } = peers('vader-sentiment');
    return (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound;
  }),
] as const;

for (const name of ['amazon', 'imdb', 'yelp']) {
  let rows: readonly { readonly text: string; readonly class: 0 | 1 | null }[];
  try {
    rows = peers(`sentiment/test/fixtures/${name}.json`);
  } catch {
    console.log(`reviews of ${name}: not there, left out (npm run bench:peers)`);
    continue;
  }
  // The last row of each file is empty.
  const texts = rows
    .filter((row) => row.class !== null)
    .map((row): JudgedText => ({ text: row.text, label: row.class === 1 ? 'positive' : 'negative' }));
  const { right, turned } = agreement(texts, (text) => sentiment.score(text).label);
  const signs = scores.map(([peer, score]) => {
    const { right: sign } = agreement(texts, (text) => {
      const value = score(text);
      return value > 0 ? 'positive' : value < 0 ? 'negative' : 'neutral';
    });
    return `${peer} ${sign.toFixed(3)}`;
  });
  console.log(
    `reviews of ${name}: ${texts.length}, label right ${right.toFixed(3)}, turned round ${turned}, sign alone ${signs.join(', ')}`,
  );
}
