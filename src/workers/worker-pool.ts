import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkNumber, checkOptions, type OptionNames } from '../base/check.js';
import { readDataFile } from '../base/data-file.js';
import { type SharedPlace, shareMemory } from '../base/place.js';
import { RedianError } from '../errors.js';
import type { BatchCounter, BatchCounts, TextBatch } from '../partial/index.js';
import { type Answer, packBatch, type SharedFiles, type ThreadData } from './messages.js';

/** What the WebAssembly of each thread reads, and other parts of the tokenizer. */
const DICTIONARY = 'tokenizer.bin';

/** Compiled data that a thread of the pool opens. */
const sharedFiles = [DICTIONARY, 'terms.bin', 'stop-words.txt', 'variants.txt', 'report.json'] as const;

/** A batch that kills so many threads is at fault itself. */
const ATTEMPTS = 3;

interface Job {
  readonly batch: TextBatch;
  attempts: number;
  resolve(counts: BatchCounts): void;
  reject(cause: unknown): void;
}

interface Seat {
  readonly worker: Worker;
  /** Which area of the memory with the dictionary it has. */
  readonly area: number;
  readonly jobs: Map<number, Job>;
  /** Terms that the thread has met, by its ids. */
  readonly terms: string[];
}

/** How a {@link WorkerPool} runs. */
export interface WorkerPoolOptions {
  /** Threads, 1 to 256. Default: the cores that the process may use. */
  readonly workers?: number | undefined;
  /** Ends the pool; what it was given and has not answered rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const workerPoolOptions: OptionNames<WorkerPoolOptions> = { workers: true, signal: true };

/**
 * Threads that tokenize and count. The compiled files are read once, into memory that all of them share; the dictionary
 * lies in a memory of WebAssembly, in which each thread has an area of 256 KB for itself. Texts are handed
 * over as bytes, not cloned. Counts are the same as those of one thread, since they are sums.
 *
 * A thread that dies is replaced, and its batches are done again; a batch that kills three threads rejects. Each thread
 * has one batch to work on and one that waits: `mapPosts` reads on only as fast as they are done.
 *
 * ```ts
 * const pool = new WorkerPool({ workers: 4 });
 * const partial = await mapPosts(createReadStream('posts.ndjson'), { counter: pool });
 * await pool.close();
 * ```
 */
export class WorkerPool implements BatchCounter {
  /** Threads. */
  readonly workers: number;
  readonly parallel: number;
  readonly #seats: Seat[] = [];
  /** Memory of batches that are answered. */
  readonly #spare: ArrayBuffer[] = [];
  #shared: Promise<SharedData> | undefined;
  #next = 0;
  #isClosed = false;
  #reason: unknown;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => {
    this.#reason = this.#signal?.reason;
    void this.close();
  };

  readonly #thread: URL;

  /**
   * Starts no thread yet.
   *
   * @param thread  the code of a thread; tests give one that dies.
   * @throws {RedianError} INVALID_ARGUMENT for a number of workers out of range.
   */
  constructor(options: WorkerPoolOptions = {}, thread: URL = new URL(threadFile, import.meta.url)) {
    checkOptions(options, workerPoolOptions);
    const workers = options.workers ?? availableParallelism();
    checkNumber('workers', workers, { min: 1, max: 256, integer: true });
    this.workers = workers;
    this.#thread = thread;
    this.parallel = 2 * workers;
    this.#signal = options.signal;
    if (this.#signal?.aborted === true) this.#onAbort();
    else this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Ids of the threads that run. */
  get threads(): number[] {
    return this.#seats.map(({ worker }) => worker.threadId);
  }

  /**
   * Counts a batch.
   *
   * @throws {RedianError} WORKER if it kills thread after thread; the signal's reason if the pool is aborted.
   */
  async count(batch: TextBatch): Promise<BatchCounts> {
    this.#shared ??= shareData(this.workers);
    const shared = await this.#shared;
    return new Promise((resolve, reject) => {
      const job: Job = { batch, attempts: 0, resolve, reject };
      if (this.#isClosed) reject(this.#closedError());
      else this.#give(job, shared);
    });
  }

  /** Ends the threads; batches that are not answered reject. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    const seats = this.#seats.splice(0);
    for (const { jobs } of seats) for (const job of jobs.values()) job.reject(this.#closedError());
    await Promise.all(seats.map(({ worker }) => worker.terminate()));
  }

  #closedError(): unknown {
    return this.#reason ?? new RedianError('WORKER', 'the pool of workers is closed');
  }

  /** Hands a job to the thread with the fewest; a new thread while there are fewer than wanted and all are busy. */
  #give(job: Job, shared: SharedData): void {
    let seat: Seat | undefined;
    for (const other of this.#seats) if (seat === undefined || other.jobs.size < seat.jobs.size) seat = other;
    if (seat === undefined || (seat.jobs.size > 0 && this.#seats.length < this.workers)) {
      seat = this.#start(shared);
    }
    const number = this.#next++;
    seat.jobs.set(number, job);
    // The process must not end while a batch is out, nor be kept by threads that have nothing to do.
    seat.worker.ref();
    const message = packBatch(number, job.batch, this.#spare.pop());
    seat.worker.postMessage(message, [message.bytes, message.ends.buffer, message.days.buffer]);
  }

  #start(shared: SharedData): Seat {
    const { files, dictionary } = shared;
    let area = 0;
    while (this.#seats.some((other) => other.area === area)) area++;
    const data: ThreadData = {
      files,
      places: dictionary === undefined ? [] : [[DICTIONARY, { ...dictionary, area }]],
    };
    const worker = new Worker(this.#thread, {
      workerData: data,
      // Nothing of the parent's own flags, such as a test runner's.
      execArgv: [],
    });
    const seat: Seat = { worker, area, jobs: new Map(), terms: [] };
    let death: unknown;
    worker.on('message', (answer: Answer) => {
      const job = seat.jobs.get(answer.number);
      seat.jobs.delete(answer.number);
      if (this.#spare.length < this.parallel) this.#spare.push(answer.bytes);
      if (seat.jobs.size === 0) worker.unref();
      if ('error' in answer) {
        job?.reject(new RedianError('WORKER', `a worker failed: ${answer.error}`));
        return;
      }
      const { days, promotional, terms } = answer;
      for (const term of terms) seat.terms.push(term);
      job?.resolve({ days, promotional, terms: seat.terms });
    });
    worker.on('error', (cause) => {
      death = cause;
    });
    worker.on('exit', () => this.#replace(seat, shared, death));
    this.#seats.push(seat);
    return seat;
  }

  #replace(seat: Seat, shared: SharedData, cause: unknown): void {
    const place = this.#seats.indexOf(seat);
    if (place >= 0) this.#seats.splice(place, 1);
    if (this.#isClosed) return;
    // It was at work on the first one; the others only waited.
    const [first] = seat.jobs.values();
    if (first !== undefined && ++first.attempts >= ATTEMPTS) {
      const why = cause instanceof Error ? cause.message : 'it ended';
      const size = first.batch.texts.length;
      first.reject(
        new RedianError('WORKER', `a batch of ${size} posts ended ${ATTEMPTS} workers: ${why}`, { cause }),
      );
    }
    for (const job of seat.jobs.values()) if (job.attempts < ATTEMPTS) this.#give(job, shared);
  }
}

declare const REDIAN_COUNT_THREAD: string | undefined;

/** The thread's own file beside the package's others; in a source checkout that of the last build. */
const threadFile =
  typeof REDIAN_COUNT_THREAD === 'string' ? REDIAN_COUNT_THREAD : '../../dist/count-thread.js';

interface SharedData {
  readonly files: SharedFiles;
  /** Undefined where WebAssembly has no shared memory: then each thread copies the dictionary. */
  readonly dictionary: Omit<SharedPlace, 'area'> | undefined;
}

/** @param areas  threads that may run at a time. */
async function shareData(areas: number): Promise<SharedData> {
  let dictionary: SharedData['dictionary'];
  const files = await Promise.all(
    sharedFiles.map(async (name) => {
      const bytes = await readDataFile(name);
      if (name === DICTIONARY) {
        dictionary = shareMemory(bytes, areas);
        if (dictionary !== undefined)
          return [name, new Uint8Array(dictionary.memory.buffer, 0, bytes.length)] as const;
      }
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      return [name, shared] as const;
    }),
  );
  return { files, dictionary };
}
