import { checkOptions, type OptionNames } from '../base/check.js';
import {
  type CollectOptions,
  type Post,
  type PostInput,
  readBatches,
  type Tally,
  TimeZone,
} from '../corpus/index.js';
import { Partial } from './partial.js';
import { partialSettingNames } from './settings.js';
import { type BatchCounter, TermCounter } from './term-counter.js';

/** Posts that are handed to a counter together, and their characters at most. */
const BATCH_POSTS = 4096;
const BATCH_CHARACTERS = 1 << 20;

/** How {@link mapPosts} reads and counts. */
export interface MapOptions extends Omit<CollectOptions, 'timeZone' | 'onDuplicate'> {
  /** First and last day, both included; an open end takes all there is. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Zone of the days, and of times that name none. Default: `Asia/Shanghai`. */
  readonly timeZone?: string | undefined;
  /** Posts that are kept with their text. Default: 50,000. */
  readonly sample?: number | undefined;
  /** Names of the files, for the report. */
  readonly files?: readonly string[] | undefined;
  /**
   * Whether terms are counted from the first post on, as a partial that will be merged needs them, or only if there are
   * more posts than are kept. Default: `always`.
   */
  readonly counts?: 'always' | 'beyond-sample' | undefined;
  /** Who counts; `WorkerPool` of redian/workers does so in several threads. Default: this thread. */
  readonly counter?: BatchCounter | undefined;
  /** Posts are counted up to here, so that waiting for them tells reading from counting. For measurements. */
  readonly onCounted?: ((posts: number) => void) | undefined;
}

const mapOptions: OptionNames<MapOptions> = {
  ...partialSettingNames,
  files: true,
  counts: true,
  counter: true,
  onCounted: true,
  onReject: true,
  onProgress: true,
  format: true,
  encoding: true,
  fields: true,
  dateOrder: true,
  now: true,
  signal: true,
};

/** Texts on their way to the counter. */
class Counting {
  #texts: string[] = [];
  #days: string[] = [];
  #characters = 0;
  readonly #running = new Set<Promise<void>>();
  #failure: unknown;
  #counter: BatchCounter | undefined;

  constructor(
    private readonly partial: Partial,
    private readonly options: MapOptions,
  ) {
    this.#counter = options.counter;
  }

  /** True if there is enough for a batch, which then should be handed over. */
  add(text: string, day: string): boolean {
    this.#texts.push(text);
    this.#days.push(day);
    this.#characters += text.length;
    return this.#texts.length >= BATCH_POSTS || this.#characters >= BATCH_CHARACTERS;
  }

  /** Hands over what there is, and waits while the counter has enough to do; at the end until it is done. */
  async flush(isEnd: boolean): Promise<void> {
    if (this.#texts.length > 0) {
      this.#counter ??= await TermCounter.load();
      while (this.#running.size >= this.#counter.parallel) await Promise.race(this.#running);
      this.#check();
      this.#start(this.#counter, { texts: this.#texts, days: this.#days });
      this.#texts = [];
      this.#days = [];
      this.#characters = 0;
    }
    if (isEnd) await Promise.all(this.#running);
    this.#check();
  }

  #start(counter: BatchCounter, batch: { readonly texts: string[]; readonly days: string[] }): void {
    const run = counter
      .count(batch)
      .then(
        (counts) => {
          this.partial.addCounts(counts);
          this.options.onCounted?.(batch.texts.length);
        },
        (cause: unknown) => {
          this.#failure ??= cause;
        },
      )
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  #check(): void {
    this.options.signal?.throwIfAborted();
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/**
 * Reads posts and keeps of them what a report needs: the counts of all, the text of a bounded number. Memory does not
 * grow with the input beyond 8 to 16 bytes a post, by which rows with one id are told.
 *
 * ```ts
 * const partial = await mapPosts(createReadStream('day.ndjson.gz'), { from: '2025-11-28', to: '2025-11-30' });
 * await writeFile('day.partial', packPartial(partial));
 * ```
 *
 * @throws {RedianError} as `readPosts`; INVALID_ARGUMENT for a setting that cannot be; the signal's reason if it is
 *   aborted. Input without a single post gives an empty partial.
 */
export async function mapPosts(input: PostInput, options: MapOptions = {}): Promise<Partial> {
  checkOptions(options, mapOptions);
  const partial = new Partial(settingsOf(options));
  const zone = new TimeZone(partial.settings.timeZone);
  const dayOf = (time: number | undefined): string => (time === undefined ? '' : zone.dayOf(time));
  const counting = new Counting(partial, options);
  let counts = options.counts !== 'beyond-sample';
  let posts = 0;
  let rejected = 0;
  let tally: Tally | undefined;
  const reading = readBatches(input, {
    ...options,
    timeZone: partial.settings.timeZone,
    onDuplicate: (post) => partial.addDuplicate(post),
    onEnd: (counted) => {
      tally = counted;
    },
  });
  for await (const batch of reading) {
    for (const result of batch) {
      if (result.kind === 'reject') {
        rejected++;
        options.onReject?.(result.reject);
        continue;
      }
      posts++;
      if (!partial.add(result.post)) continue;
      let uncounted: Iterable<Post> = [result.post];
      if (!counts) {
        if (partial.sample.isWhole) continue;
        // One more than the sample holds: none has been left out yet, and all are counted from here on.
        counts = true;
        uncounted = partial.sample.all();
      }
      for (const { text, createdAt } of uncounted) {
        if (counting.add(text, dayOf(createdAt))) await counting.flush(false);
      }
    }
    options.onProgress?.(posts, rejected);
  }
  await counting.flush(true);
  if (tally !== undefined) partial.addTally(tally, options.files);
  return partial;
}

function settingsOf({ from, to, timeZone, sample }: MapOptions): ConstructorParameters<typeof Partial>[0] {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(sample === undefined ? {} : { sample }),
  };
}
