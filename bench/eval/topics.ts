/** `clusterTopics` at the true k against the classes of headlines: NMI and ARI, mean of five seeds. */
import { readFileSync } from 'node:fs';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics } from '../../src/topics/index.js';

function table(a: readonly number[], b: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [i, x] of a.entries()) counts.set(`${x} ${b[i]}`, (counts.get(`${x} ${b[i]}`) ?? 0) + 1);
  return counts;
}

function sizes(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function entropy(counts: Iterable<number>, n: number): number {
  let sum = 0;
  for (const count of counts) sum -= (count / n) * Math.log(count / n);
  return sum;
}

/** Normalized mutual information, arithmetic mean, and adjusted Rand index (Hubert & Arabie, 1985). */
export function agreement(a: readonly number[], b: readonly number[]): { nmi: number; ari: number } {
  const n = a.length;
  const joint = table(a, b);
  const left = sizes(a);
  const right = sizes(b);
  const ha = entropy(left.values(), n);
  const hb = entropy(right.values(), n);
  const nmi = (2 * (ha + hb - entropy(joint.values(), n))) / (ha + hb);
  const pairs = (counts: Iterable<number>): number => {
    let sum = 0;
    for (const count of counts) sum += (count * (count - 1)) / 2;
    return sum;
  };
  const both = pairs(joint.values());
  const expected = (pairs(left.values()) * pairs(right.values())) / ((n * (n - 1)) / 2);
  const most = (pairs(left.values()) + pairs(right.values())) / 2;
  return { nmi, ari: (both - expected) / (most - expected) };
}

/** Lines of figures, for docs/quality.md. */
export function topicFigures(folder: string): string[] {
  const tokenizer = Tokenizer.loadSync();
  const stopWords = StopWords.loadSync();
  const lines: string[] = [];
  for (const name of ['thucnews_dev', 'tnews_dev']) {
    const rows = readFileSync(`${folder}/topics/${name}.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const classes = new Map<string, number>();
    const labels = rows.map(([label = '']) => {
      if (!classes.has(label)) classes.set(label, classes.size);
      return classes.get(label) ?? 0;
    });
    const documents = rows.map(([, text = '']) => ({
      terms: countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key),
    }));
    let nmi = 0;
    let ari = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { assignments } = clusterTopics(documents, { k: classes.size, seed, minSize: 1 });
      const scores = agreement(labels, [...assignments]);
      nmi += scores.nmi / 5;
      ari += scores.ari / 5;
    }
    lines.push(
      `| ${name}, ${rows.length} headlines, ${classes.size} classes | NMI ${nmi.toFixed(3)}, ARI ${ari.toFixed(3)} |`,
    );
  }
  return lines;
}
