/**
 * How fast are topics beside their peers? `npx tsx bench/topics/main.ts [FOLDER]`, after `npm run build:data`; FOLDER
 * (default: REDIAN_DATA or ../shared/data) holds raw/hotsearch_titles.txt.gz. Peers: scikit-learn (Debian's
 * python3-sklearn) and ml-kmeans. Writes docs/benchmarks-topics.md and its English twin.
 *
 * Peer and redian are run in turn on the same terms, round after round; processor time is counted, not the clock, so
 * that what else the machine does hits both alike. A peer that does not give the clusters it was asked for fails the
 * bench. ml-kmeans at 10,000 posts takes some minutes.
 * `--only sklearn-1`, `sklearn-10` or `ml-kmeans` measures one part and writes no page.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { kmeans } from 'ml-kmeans';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { gsdmm } from '../../src/topics/gsdmm.js';
import { clusterTopics, WordVectors } from '../../src/topics/index.js';
import { prepare } from '../../src/topics/prepare.js';
import { type Both, between, machine, Page } from '../page.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const K = 20;
const root = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['sklearn-1', 'sklearn-10', 'ml-kmeans'] as const;
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const only = parts.find((part) => part === values.only);
if (values.only !== undefined && only === undefined) {
  console.error(`--only ${values.only}: expected one of ${parts.join(', ')}`);
  process.exit(2);
}
const isWanted = (part: (typeof parts)[number]): boolean => only === undefined || only === part;
const folder = positionals[0] ?? process.env.REDIAN_DATA ?? `${root}../shared/data`;

const python = `
import sys, time, warnings
warnings.filterwarnings('ignore')
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')
print('ready', flush=True)
for order in sys.stdin:
    n, n_init = map(int, order.split())
    t = time.process_time()
    x = TfidfVectorizer(analyzer=str.split, min_df=2).fit_transform(lines[:n])
    u = time.process_time()
    labels = KMeans(n_clusters=${K}, n_init=n_init, random_state=1).fit(x).labels_
    v = time.process_time()
    print(u - t, v - u, len(labels), len(set(labels)), flush=True)
`;

interface Stats {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function stats(values: readonly number[]): Stats {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
  return { median: at(0.5), low: sorted[0] as number, high: sorted.at(-1) as number };
}

function shown({ median, low, high }: Stats, digits = 2, unit = ''): Both {
  const { zh, en } = between(low.toFixed(digits), high.toFixed(digits));
  return { zh: `${median.toFixed(digits)}（${zh}）${unit}`, en: `${median.toFixed(digits)} (${en})${unit}` };
}

/** Processor seconds of a call, of all threads of this process. */
function seconds(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

class Sklearn {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  constructor(file: string) {
    this.#child = spawn('/usr/bin/python3', ['-c', python, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error('scikit-learn is not there: apt-get install python3-sklearn');
    return value;
  }

  async ready(): Promise<void> {
    await this.#line();
  }

  /** Seconds of TfidfVectorizer, and of KMeans. */
  async run(posts: number, inits: number): Promise<[number, number]> {
    this.#child.stdin.write(`${posts} ${inits}\n`);
    const [vectorize = 0, cluster = 0, labels, clusters] = (await this.#line()).split(' ').map(Number);
    if (labels !== posts || clusters !== K)
      throw new Error(
        `scikit-learn is not comparable: ${clusters} clusters of ${labels} posts, not ${K} of ${posts}`,
      );
    return [vectorize, cluster];
  }

  end(): void {
    this.#child.stdin.end();
  }
}

const titles = `${folder}/raw/hotsearch_titles.txt.gz`;
if (!existsSync(titles)) {
  console.log(`not measured: ${titles} is not there`);
  process.exit();
}
const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const vectors = WordVectors.loadSync();
const documents = gunzipSync(readFileSync(titles))
  .toString('utf8')
  .split('\n')
  .slice(0, 50_000)
  .map((text) => ({
    terms: countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key.replace(/\s/g, '_')),
  }));
const scratch = mkdtempSync(join(tmpdir(), 'redian-bench-'));
const file = join(scratch, 'terms.txt');
writeFileSync(file, documents.map(({ terms }) => terms.join(' ')).join('\n'));

const page = new Page(
  { zh: '话题基准', en: 'Benchmarks of topics' },
  {
    zh: `由 \`npx tsx bench/topics/main.ts\` 写成。标题已经切成词，分 ${K} 个话题；数字是处理器秒数，${ROUNDS} 轮的中位数（最少至最多），对手与我们轮流跑；倍数是每一轮里对手的时间除以我们的时间。`,
    en: `Written by \`npx tsx bench/topics/main.ts\`. Processor seconds on titles that are cut into terms already, ${K} topics: median (least to most) of ${ROUNDS} rounds in which peer and redian take turns; the ratio is the peer's time over redian's, round by round.`,
  },
);
page.paragraph(machine());

const sklearn = new Sklearn(file);
try {
  await sklearn.ready();
  const all = prepare(documents).rows;
  for (const inits of [1, 10] as const) {
    if (!isWanted(`sklearn-${inits}`)) continue;
    const ours: number[] = [];
    const oursWhole: number[] = [];
    const joined: number[] = [];
    const peer: number[] = [];
    const peerWhole: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const [vectorize, cluster] = await sklearn.run(documents.length, inits);
      const alone = seconds(() => gsdmm(all, { k: K, alpha: 0.1, beta: 0.1, sweeps: 10, seed: 1 }));
      const whole = seconds(() => clusterTopics(documents, { k: K, vectors: false }));
      const withVectors = seconds(() => clusterTopics(documents, { k: K, vectors }));
      if (round < 0) continue;
      ours.push(alone);
      oursWhole.push(whole);
      joined.push(withVectors);
      peer.push(cluster);
      peerWhole.push(vectorize + cluster);
    }
    const ratio = (a: readonly number[], b: readonly number[]) =>
      shown(stats(a.map((value, round) => value / (b[round] as number))), 1, 'x');
    page.heading({
      zh: `五万条，scikit-learn 的 KMeans，n_init=${inits}${inits === 10 ? '（它的默认值）' : ''}`,
      en: `50,000 posts, scikit-learn's KMeans with n_init=${inits}${inits === 10 ? ', its default' : ''}`,
    });
    page.head(
      [
        { zh: '做什么', en: 'what' },
        { zh: '秒', en: 'seconds' },
        { zh: '倍数', en: 'ratio' },
      ],
      'lrr',
    );
    page.row([{ zh: '只算 KMeans.fit', en: 'KMeans.fit alone' }, shown(stats(peer)), '']);
    page.row([
      { zh: '只算 gsdmm，扫描 10 遍', en: 'gsdmm alone, 10 sweeps' },
      shown(stats(ours)),
      ratio(peer, ours),
    ]);
    page.row([
      { zh: 'TfidfVectorizer 加 KMeans', en: 'TfidfVectorizer and KMeans' },
      shown(stats(peerWhole)),
      '',
    ]);
    page.row([
      {
        zh: 'clusterTopics，扫描 30 遍，含标签和代表帖子',
        en: 'clusterTopics, 30 sweeps, with labels and representatives',
      },
      shown(stats(oursWhole)),
      ratio(peerWhole, oursWhole),
    ]);
    page.row([
      { zh: 'clusterTopics，用词向量', en: 'clusterTopics with word vectors' },
      shown(stats(joined)),
      ratio(peerWhole, joined),
    ]);
  }

  if (isWanted('ml-kmeans')) measureMlKmeans();
} finally {
  sklearn.end();
  rmSync(scratch, { recursive: true });
}
if (only === undefined) page.save('benchmarks-topics');

function measureMlKmeans(): void {
  page.heading({ zh: 'ml-kmeans，稠密的 TF-IDF', en: 'ml-kmeans on dense TF-IDF' });
  page.head(
    [
      { zh: '帖子', en: 'posts' },
      { zh: '词', en: 'terms' },
      { zh: 'ml-kmeans，秒', en: 'ml-kmeans, seconds' },
      { zh: 'clusterTopics，秒', en: 'clusterTopics, seconds' },
      { zh: '倍数', en: 'ratio' },
    ],
    'rrrrr',
  );
  for (const posts of [1000, 2000, 10_000]) {
    const part = documents.slice(0, posts);
    const { rows } = prepare(part);
    const dense = densify(rows);
    const rounds = posts > 1000 ? 1 : 3;
    const peer: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round++) {
      let clusters: readonly number[] = [];
      peer.push(
        seconds(() => {
          clusters = kmeans(dense, K, { seed: round + 1 }).clusters;
        }),
      );
      if (clusters.length !== dense.length || new Set(clusters).size < K / 2)
        throw new Error(
          `ml-kmeans is not comparable: ${new Set(clusters).size} clusters of ${clusters.length} posts`,
        );
      const times = Array.from({ length: 5 }, () =>
        seconds(() => clusterTopics(part, { k: K, vectors: false })),
      );
      ours.push(stats(times).median);
    }
    const ratio = stats(peer.map((value, round) => value / (ours[round] as number)));
    page.row([`${posts}`, `${rows.terms}`, shown(stats(peer)), shown(stats(ours), 3), shown(ratio, 0, 'x')]);
  }
}

/** TF-IDF rows of length 1, as ml-kmeans takes them. */
function densify({ starts, ids, terms }: ReturnType<typeof prepare>['rows']): number[][] {
  const count = starts.length - 1;
  const df = new Float64Array(terms);
  for (let row = 0; row < count; row++) {
    for (const id of new Set(ids.subarray(starts[row], starts[row + 1]))) df[id] = (df[id] as number) + 1;
  }
  return Array.from({ length: count }, (_, row) => {
    const dense = new Array<number>(terms).fill(0);
    for (const id of ids.subarray(starts[row], starts[row + 1])) {
      dense[id] = (dense[id] as number) + 1 + Math.log((1 + count) / (1 + (df[id] as number)));
    }
    const length = Math.hypot(...dense) || 1;
    return dense.map((value) => value / length);
  });
}
