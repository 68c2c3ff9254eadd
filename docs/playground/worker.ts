/** Everything that takes time, off the page's thread: reading, tokens, keywords, topics, mood, cloud, report. */
import { wordCloud } from '../../dist/cloud.js';
import { collectPosts, foldCopies } from '../../dist/corpus.js';
import { countingTerms, DocumentCounts, StopWords } from '../../dist/keywords.js';
import { buildReport } from '../../dist/report.js';
import { moodOf, Sentiment } from '../../dist/sentiment.js';
import { Tokenizer } from '../../dist/tokenizer.js';
import { clusterTopics, WordVectors } from '../../dist/topics.js';
import type { Answer, Request } from './messages.js';

/** Posts whose tokens are shown. */
const SHOWN = 60;

const tools = Promise.all([Tokenizer.load(), StopWords.load(), WordVectors.load()]).then(
  async ([tokenizer, stopWords]) => ({
    tokenizer,
    stopWords,
    sentiment: await Sentiment.load(tokenizer),
  }),
);

type Part = Answer extends infer A ? (A extends Answer ? Omit<A, 'id'> : never) : never;

async function analyse({ id, bytes, dark }: Request): Promise<void> {
  const answer = (part: Part): void => {
    self.postMessage({ id, ...part });
  };
  const started = performance.now();
  const { tokenizer, stopWords, sentiment } = await tools;
  const { posts: read, tally } = await collectPosts(bytes);
  answer({ type: 'posts', read: read.length, skipped: tally.rejected });
  const place = new Map(read.map(({ id: post }, index) => [post, index]));
  const posts = [...foldCopies(read)].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const tokens = posts.map(({ text }) => tokenizer.segment(text));
  answer({
    type: 'tokens',
    posts: tokens.slice(0, SHOWN).map((list) =>
      list.map(({ text, kind, term }) => ({
        text,
        kind,
        ...(term === undefined ? {} : { title: `${term.canonical} · ${term.category}` }),
      })),
    ),
  });

  const terms = tokens.map((list) => countingTerms(list, stopWords));
  const displays = new Map<string, string>();
  const counts = new DocumentCounts();
  for (const list of terms) {
    counts.add(list.map(({ key }) => key));
    for (const { key, display } of list) if (!displays.has(key)) displays.set(key, display);
  }
  const weighed = [...counts.entries()]
    .map(([term, count]) => ({
      term: displays.get(term) ?? term,
      posts: count,
      weight: count * Math.log(1 + counts.documents / count),
    }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  answer({ type: 'keywords', terms: weighed.slice(0, 40) });

  const { topics } = clusterTopics(
    terms.map((list) => ({ terms: list.map(({ key }) => key) })),
    { seed: 1, display: (term) => displays.get(term) ?? term },
  );
  answer({
    type: 'topics',
    topics: topics.slice(0, 12).map((topic) => ({
      label: topic.label,
      share: topic.share,
      terms: topic.terms.slice(0, 8).map(({ term }) => displays.get(term) ?? term),
      posts: topic.representative.slice(0, 3).map((index) => posts[index]?.text ?? ''),
    })),
  });

  const moods = tokens.map((list) => sentiment.score(list));
  const order = moods
    .map((_, index) => index)
    .sort((a, b) => (moods[b]?.score ?? 0) - (moods[a]?.score ?? 0));
  const ends = [...new Set([...order.slice(0, 5), ...order.slice(-5)])];
  answer({
    type: 'mood',
    ...moodOf(moods),
    ends: ends.map((index) => ({
      text: posts[index]?.text ?? '',
      score: moods[index]?.score ?? 0,
      label: moods[index]?.label ?? 'neutral',
      evidence: (moods[index]?.evidence ?? []).map(({ text, negated }) => ({ text, negated })),
    })),
  });

  const cloud = await wordCloud(
    weighed.slice(0, 150).map(({ term, weight }) => ({ text: term, weight })),
    { width: 1200, height: 750, seed: 1, palette: dark ? 'dark' : 'light' },
  );
  answer({ type: 'cloud', svg: await cloud.toSVG() });

  const dated = read.some(({ createdAt }) => createdAt !== undefined);
  const now = Date.now();
  const report = await buildReport(dated ? read : read.map((post) => ({ ...post, createdAt: now })), {
    topic: 'ai',
    source: '社交媒体',
  });
  answer({ type: 'report', report });
  answer({ type: 'done', ms: Math.round(performance.now() - started) });
}

let latest = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  latest = latest
    .then(() => analyse(data))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      const empty = (error as { readonly code?: unknown } | undefined)?.code === 'NO_POSTS';
      self.postMessage({ id: data.id, type: 'error', message, empty } satisfies Answer);
    });
});
