/**
 * `clusterTopics` at the true k against classes made by people: NMI and ARI, mean of five seeds. Alone:
 * `npx tsx bench/eval/topics.ts [FOLDER]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { seededRandom } from '../../src/base/random.js';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { clusterTopics, WordVectors } from '../../src/topics/index.js';
import type { Both, Said } from '../page.js';

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

interface LabelledSet {
  readonly name: Both;
  readonly target: Said;
  readonly labels: readonly number[];
  readonly documents: readonly { readonly terms: readonly string[] }[];
}

/** Sets with classes made by people; nothing here was read when the bundled vectors were trained. */
function labelledSets(folder: string): LabelledSet[] {
  const tokenizer = Tokenizer.loadSync();
  const stopWords = StopWords.loadSync();
  const set = (name: Both, target: Said, rows: readonly (readonly [string, string])[]): LabelledSet => {
    const classes = new Map<string, number>();
    const labels = rows.map(([label]) => {
      if (!classes.has(label)) classes.set(label, classes.size);
      return classes.get(label) ?? 0;
    });
    const documents = rows.map(([, text]) => ({
      terms: countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key),
    }));
    return { name, target, labels, documents };
  };
  const table = (text: string, label: number, content: number): [string, string][] =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map((cells) => [cells[label] ?? '', cells[content] ?? '']);
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
  const headlines = table(read('topics/thucnews_dev.tsv'), 0, 1);
  const sets = [
    set({ zh: 'THUCNews 开发集', en: 'THUCNews dev' }, 'NMI .56, ARI .50', headlines),
    set(
      { zh: 'THUCNews 开发集，前 2,000 条', en: 'THUCNews dev, first 2,000' },
      'NMI .52',
      headlines.slice(0, 2000),
    ),
    set({ zh: 'TNEWS 开发集', en: 'TNEWS dev' }, 'NMI .28', table(read('topics/tnews_dev.tsv'), 0, 1)),
  ];
  if (existsSync(`${folder}/feed/ai_daily_editor.jsonl`)) {
    const items = read('feed/ai_daily_editor.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { label: string; title: string; summary: string; body: string });
    sets.push(
      set(
        { zh: 'AI 日报按栏目（标题、摘要和正文）', en: 'AI daily by section (title, summary and body)' },
        'NMI .33',
        items.map(({ label, title, summary, body }) => [label, `${title}\n${summary}\n${body}`]),
      ),
      set(
        { zh: 'AI 日报按栏目（标题和摘要）', en: 'AI daily by section (title and summary)' },
        '',
        items.map(({ label, title, summary }) => [label, `${title}\n${summary}`]),
      ),
    );
  }
  const reviews = `${folder}/sentiment/online_shopping_10_cats.tsv.gz`;
  if (existsSync(reviews)) {
    const rows = table(gunzipSync(readFileSync(reviews)).toString('utf8'), 1, 2);
    const some = rows.filter((_, index) => index % 30 === 0);
    sets.push(
      set(
        { zh: '购物评论按类别，别的领域', en: 'Shop reviews by category, out of domain' },
        { zh: '至多比词频低 .03', en: 'at most .03 below counts' },
        rows,
      ),
      set(
        { zh: '购物评论，每三十条取一条', en: 'Shop reviews, every thirtieth' },
        { zh: '同上', en: 'the same' },
        some,
      ),
    );
  }
  return sets;
}

const SEEDS = [1, 2, 3, 4, 5];
/** Draws that leave out this share each; of larger sets, whose figures hardly scatter, none. */
const DRAWS = [1, 2, 3, 4, 5];
const LEFT_OUT = 0.03;
const LARGEST_DRAWN = 20_000;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean NMI of draws that leave out other documents each: a set's own figure is that of one of many nearly equal optima. */
function ofDraws({ labels, documents }: LabelledSet, vectors: WordVectors, k: number): string {
  if (documents.length > LARGEST_DRAWN) return '';
  const scores = DRAWS.map((seed) => {
    const random = seededRandom(seed);
    const kept = documents.flatMap((_, index) => (random() < LEFT_OUT ? [] : [index]));
    const drawn = kept.map((index) => documents[index] as LabelledSet['documents'][number]);
    const { assignments } = clusterTopics(drawn, { k, seed, minSize: 1, vectors });
    return agreement(
      kept.map((index) => labels[index] as number),
      [...assignments],
    ).nmi;
  });
  return mean(scores).toFixed(3);
}

/** Rows of figures, for docs/quality.md. */
export function topicFigures(folder: string): Said[][] {
  const vectors = WordVectors.loadSync();
  return labelledSets(folder).map((set) => {
    const { name, target, labels, documents } = set;
    const k = new Set(labels).size;
    const figures = (used: false | WordVectors) => {
      const runs = SEEDS.map((seed) => clusterTopics(documents, { k, seed, minSize: 1, vectors: used }));
      const scores = runs.map(({ assignments }) => agreement(labels, [...assignments]));
      const pairs = runs.flatMap((a, i) =>
        runs.slice(0, i).map((b) => agreement([...a.assignments], [...b.assignments]).ari),
      );
      return {
        score: `${mean(scores.map(({ nmi }) => nmi)).toFixed(3)} / ${mean(scores.map(({ ari }) => ari)).toFixed(3)}`,
        agree: mean(pairs).toFixed(2),
        weight: (runs[0]?.vectorWeight ?? 0).toFixed(1),
      };
    };
    const counts = figures(false);
    const joined = figures(vectors);
    const about = {
      zh: `${name.zh}：${documents.length} 条，${k} 类`,
      en: `${name.en}: ${documents.length} posts, ${k} classes`,
    };
    const { score, agree, weight } = joined;
    return [about, counts.score, counts.agree, score, ofDraws(set, vectors, k), agree, weight, target];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? process.env.REDIAN_DATA ?? '../shared/data';
  for (const [name, ...cells] of topicFigures(folder))
    console.log(`${(name as Both).en} | ${cells.join(' | ')}`);
}
