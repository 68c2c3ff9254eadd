import { existsSync } from 'node:fs';
import { type FoldedPost, foldCopies } from '../corpus/index.js';
import { daysOfPosts } from '../corpus/window.js';
import { labelImportance } from '../counting/label-importance.js';
import { RedianError } from '../errors.js';
import { readFile } from '../node/read-file.js';
import { writeFile } from '../node/write-file.js';
import { Tokenizer } from '../tokenizer/index.js';
import {
  type ClusterMethod,
  clusterTopics,
  type FadedTopic,
  TopicHistory,
  type TopicHistoryState,
  TopicModel,
  type TopicModelState,
  type TopicStep,
  WordVectors,
} from '../topics/index.js';
import { type ReadFlags, readInput, tellRejects } from './read-input.js';
import { readJson } from './read-json.js';
import { Progress, paint, print, printable } from './terminal.js';
import { usageError } from './usage.js';
import { type PostTerms, readTerms } from './weigh-terms.js';

/** Options of `redian topics`. */
interface TopicsFlags extends ReadFlags {
  readonly k?: number;
  readonly method: ClusterMethod;
  /** A file; false for `--no-vectors`; undefined for the bundled table. */
  readonly vectors?: string | false;
  readonly seed: number;
  readonly save?: string;
  readonly model?: string;
  readonly history?: string;
  readonly period?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A post on one line of a terminal, cut. */
function oneLine(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Names the file in errors on what it holds. */
function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RedianError)) throw cause;
    throw new RedianError(cause.code, `${path}: ${cause.message}`, { cause });
  }
}

/** The day of the newest post, which names the period where no option does. */
function lastDay(posts: readonly FoldedPost[], timeZone: string): string {
  const days = daysOfPosts(posts, timeZone);
  if (days === undefined) {
    throw new RedianError('INVALID_ARGUMENT', 'no post has a date: name the period with --period');
  }
  return days.to;
}

/** How a topic stands to the periods before, for a line of a terminal. */
function sinceBefore({ status, before }: TopicStep): string {
  if (before === undefined) return 'new';
  return status === 'steady' ? 'as before' : `${status}, ${percent(before.share)} on ${before.period}`;
}

/** The table that topics are found with; none where the method has no use for it. */
async function readVectors({ vectors, method }: TopicsFlags): Promise<WordVectors | undefined> {
  if (vectors === false) return undefined;
  if (vectors === undefined) return method === 'gsdmm' ? WordVectors.load() : undefined;
  return WordVectors.fromBytes(await readFile(vectors), vectors);
}

/** Prints the topic of each post by a saved model. */
async function assignPosts(
  path: string,
  posts: readonly FoldedPost[],
  { terms }: PostTerms,
  flags: TopicsFlags,
): Promise<void> {
  const state = (await readJson(path)) as TopicModelState;
  const vectors = state?.counts?.vectors === undefined ? undefined : await readVectors(flags);
  const model = inFile(path, () => TopicModel.from(state, vectors));
  for (const [index, { id, text }] of posts.entries()) {
    const { topic, confidence } = model.assign(terms[index] ?? []);
    const label = model.topics[topic]?.label ?? '';
    await print(
      flags.json === true
        ? `${JSON.stringify({ id, topic, label, confidence })}\n`
        : `${paint(printable(label === '' ? '-' : label), 'bold', process.stdout)}  ${oneLine(text)}\n`,
    );
  }
}

interface Followed {
  readonly period: string;
  readonly steps: readonly TopicStep[];
  readonly gone: readonly FadedTopic[];
}

/** Adds the topics to the history in the file, which begins with them if it is not there yet. */
async function follow(path: string, period: string, model: TopicModel): Promise<Followed> {
  const state = existsSync(path) ? ((await readJson(path)) as TopicHistoryState) : undefined;
  const history = inFile(path, () => {
    const read = state === undefined ? new TopicHistory() : TopicHistory.from(state);
    return { read, ...read.add(period, model) };
  });
  await writeFile(path, `${JSON.stringify(history.read)}\n`);
  return { period, steps: history.steps, gone: history.gone };
}

/** Each topic as plain data, with the ids of its posts. */
async function printAsData(
  model: TopicModel,
  posts: readonly FoldedPost[],
  followed: Followed | undefined,
): Promise<void> {
  const topicsAsData = model.topics.map(({ label, terms, share, documents, representative }, index) => {
    const step = followed?.steps[index];
    return {
      ...(step === undefined ? undefined : { id: step.id, status: step.status, before: step.before }),
      label,
      share,
      terms,
      posts: documents.map((place) => posts[place].id),
      representative: representative.map((place) => posts[place].id),
    };
  });
  await print(`${JSON.stringify(topicsAsData)}\n`);
}

/** Each topic as some lines: label and share, terms, and posts that stand for it. */
async function printTopics(
  model: TopicModel,
  posts: readonly FoldedPost[],
  followed: Followed | undefined,
  display: (term: string) => string,
): Promise<void> {
  for (const [index, { label, share, documents, terms, representative }] of model.topics.entries()) {
    const step = followed?.steps[index];
    const id = step === undefined ? '' : `#${step.id} `;
    const change = step === undefined ? '' : `, ${sinceBefore(step)}`;
    const head = `${id}${printable(label)}  ${percent(share)}, ${documents.length} posts${change}`;
    const names = terms.slice(0, 8).map(({ term }) => display(term));
    await print(`${paint(head, 'bold', process.stdout)}\n  ${printable(names.join(' · '))}\n`);
    for (const place of representative.slice(0, 2)) await print(`  “${oneLine(posts[place].text)}”\n`);
  }
  if (followed !== undefined && followed.gone.length > 0) {
    const gone = followed.gone.map(({ id, label }) => `#${id} ${printable(label)}`);
    await print(`no longer spoken of: ${gone.join(', ')}\n`);
  }
}

/** Groups posts, copies folded, into topics and prints them with their terms and posts that stand for them. */
export async function topics(files: readonly string[], flags: TopicsFlags): Promise<void> {
  if (flags.period !== undefined && flags.history === undefined)
    throw usageError('--period', '--history beside it', flags.period);
  const progress = new Progress(flags.quiet === true);
  const { posts, tally } = await readInput(files, flags, progress);
  const folded = foldCopies(posts);
  const read = await readTerms(folded, progress);
  const { terms, display, named } = read;
  if (flags.model !== undefined) {
    progress.clear();
    await assignPosts(flags.model, folded, read, flags);
    return tellRejects(tally, flags, progress);
  }
  const vectors = await readVectors(flags);
  progress.start('clustering');
  const model = clusterTopics(
    terms.map((list, index) => ({ terms: list, text: folded[index].text })),
    {
      method: flags.method,
      vectors: vectors ?? false,
      seed: flags.seed,
      display,
      importance: labelImportance({ display, isNamed: (term) => named.has(term) }, await Tokenizer.load()),
      ...(flags.k === undefined ? undefined : { k: flags.k }),
    },
  );
  const followed =
    flags.history === undefined
      ? undefined
      : await follow(flags.history, flags.period ?? lastDay(folded, flags.timeZone), model);
  if (flags.save !== undefined) await writeFile(flags.save, `${JSON.stringify(model)}\n`);
  progress.clear();
  await (flags.json === true
    ? printAsData(model, folded, followed)
    : printTopics(model, folded, followed, display));
  tellRejects(tally, flags, progress);
}
