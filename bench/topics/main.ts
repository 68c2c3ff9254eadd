/**
 * How fast are topics beside their peers? `npx tsx bench/topics/main.ts [FOLDER]`, after `npm run build:data`; FOLDER
 * (default: REDIAN_DATA or ../shared/data) holds raw/hotsearch_titles.txt.gz. Peers: scikit-learn (Debian's
 * python3-sklearn) and ml-kmeans. Writes docs/benchmarks-topics.md.
 *
 * Peer and redian are run in turn on the same terms, round after round; processor time is counted, not the clock, so
 * that what else the machine does hits both alike. SLOW=1 also runs ml-kmeans at 10,000 posts, which takes many minutes.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { kmeans } from 'ml-kmeans';
import { StopWords } from '../../src/counting/stop-words.js';
import { countingTerms } from '../../src/counting/terms.js';
import { Tokenizer } from '../../src/tokenizer/index.js';
import { gsdmm } from '../../src/topics/gsdmm.js';
import { clusterTopics, WordVectors } from '../../src/topics/index.js';
import { prepare } from '../../src/topics/prepare.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const K = 20;
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.argv[2] ?? process.env.REDIAN_DATA ?? `${root}../shared/data`;

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
    KMeans(n_clusters=${K}, n_init=n_init, random_state=1).fit(x)
    print(u - t, time.process_time() - u, flush=True)
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

function shown({ median, low, high }: Stats, digits = 2): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
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
    const [vectorize = 0, cluster = 0] = (await this.#line()).split(' ').map(Number);
    return [vectorize, cluster];
  }

  end(): void {
    this.#child.stdin.end();
  }
}

const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const vectors = WordVectors.loadSync();
const documents = gunzipSync(readFileSync(`${folder}/raw/hotsearch_titles.txt.gz`))
  .toString('utf8')
  .split('\n')
  .slice(0, 50_000)
  .map((text) => ({
    terms: countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key.replace(/\s/g, '_')),
  }));
const scratch = mkdtempSync(join(tmpdir(), 'redian-bench-'));
const file = join(scratch, 'terms.txt');
writeFileSync(file, documents.map(({ terms }) => terms.join(' ')).join('\n'));

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};
say('# Benchmarks of topics');
say('');
say(
  `Written by \`npx tsx bench/topics/main.ts\`. Processor seconds on titles that are cut into terms already, ${K} topics: median (least to most) of ${ROUNDS} rounds in which peer and redian take turns; the ratio is the peer's time over redian's, round by round.`,
);
say(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores.`);

const sklearn = new Sklearn(file);
try {
  await sklearn.ready();
  const all = prepare(documents).rows;
  for (const inits of [1, 10]) {
    const ours: number[] = [];
    const oursWhole: number[] = [];
    const joined: number[] = [];
    const peer: number[] = [];
    const peerWhole: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const [vectorize, cluster] = await sklearn.run(documents.length, inits);
      const alone = seconds(() => gsdmm(all, { k: K, alpha: 0.1, beta: 0.1, sweeps: 10, seed: 1 }));
      const whole = seconds(() => clusterTopics(documents, { k: K, vectors: false }));
      const withVectors =
        round === 0 ? seconds(() => clusterTopics(documents, { k: K, vectors })) : undefined;
      if (round < 0) continue;
      ours.push(alone);
      oursWhole.push(whole);
      if (withVectors !== undefined) joined.push(withVectors);
      peer.push(cluster);
      peerWhole.push(vectorize + cluster);
    }
    const ratio = (a: readonly number[], b: readonly number[]) =>
      `${shown(stats(a.map((value, round) => value / (b[round] as number))), 1)}x`;
    say('');
    say(`## 50,000 posts, scikit-learn's KMeans with n_init=${inits}${inits === 10 ? ', its default' : ''}`);
    say('');
    say('| | seconds | ratio |');
    say('|---|---:|---:|');
    say(`| KMeans.fit alone | ${shown(stats(peer))} | |`);
    say(`| gsdmm alone, 10 sweeps | ${shown(stats(ours))} | ${ratio(peer, ours)} |`);
    say(`| TfidfVectorizer and KMeans | ${shown(stats(peerWhole))} | |`);
    say(
      `| clusterTopics, 30 sweeps, with labels and representatives | ${shown(stats(oursWhole))} | ${ratio(peerWhole, oursWhole)} |`,
    );
    say(
      `| clusterTopics with word vectors | ${shown(stats(joined))} | ${ratio(peerWhole.slice(0, joined.length), joined)} |`,
    );
  }

  say('');
  say('## ml-kmeans on dense TF-IDF');
  say('');
  say('| posts | terms | ml-kmeans, seconds | clusterTopics, seconds | ratio |');
  say('|---:|---:|---:|---:|---:|');
  for (const posts of process.env.SLOW === '1' ? [1000, 2000, 10_000] : [1000, 2000]) {
    const part = documents.slice(0, posts);
    const { rows } = prepare(part);
    const dense = densify(rows);
    const rounds = posts > 1000 ? 1 : 3;
    const peer: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round++) {
      peer.push(seconds(() => kmeans(dense, K, { seed: round + 1 })));
      const times = Array.from({ length: 5 }, () =>
        seconds(() => clusterTopics(part, { k: K, vectors: false })),
      );
      ours.push(stats(times).median);
    }
    const ratio = stats(peer.map((value, round) => value / (ours[round] as number)));
    say(
      `| ${posts} | ${rows.terms} | ${shown(stats(peer))} | ${shown(stats(ours), 3)} | ${shown(ratio, 0)}x |`,
    );
  }
} finally {
  sklearn.end();
  rmSync(scratch, { recursive: true });
}
writeFileSync(`${root}docs/benchmarks-topics.md`, `${lines.join('\n')}\n`);

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
