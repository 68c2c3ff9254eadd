import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkNumber } from '../base/check.js';
import { readDataFile } from '../base/data-file.js';
import { RedianError } from '../errors.js';
import type { BatchCounter, BatchCounts, TextBatch } from '../partial/index.js';
import { type Answer, packBatch, type SharedFiles } from './messages.js';

/** Compiled data that a thread of the pool opens. */
const sharedFiles = ['tokenizer.bin', 'terms.bin', 'stop-words.txt', 'report.json'] as const;

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
  readonly jobs: Map<number, Job>;
  /** Terms that the thread has met, by its ids. */
  readonly terms: string[];
}

/** How a {@link WorkerPool} runs. */
export interface WorkerPoolOptions {
  /** Threads, 1 to 256. Default: the cores that the process may use. */
  readonly workers?: number;
  /** Ends the pool; what it was given and has not answered rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Threads that tokenize and count. The compiled files are read once, into memory that all of them share; the kernel of
 * each, which can read one memory only, takes its 8 MB of dictionary from there. Texts are handed over as bytes, not
 * cloned. Counts are the same as those of one thread, since they are sums.
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
  #files: Promise<SharedFiles> | undefined;
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
    this.#files ??= shareFiles();
    const files = await this.#files;
    return new Promise((resolve, reject) => {
      const job: Job = { batch, attempts: 0, resolve, reject };
      if (this.#isClosed) reject(this.#closedError());
      else this.#give(job, files);
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
  #give(job: Job, files: SharedFiles): void {
    let seat: Seat | undefined;
    for (const other of this.#seats) if (seat === undefined || other.jobs.size < seat.jobs.size) seat = other;
    if (seat === undefined || (seat.jobs.size > 0 && this.#seats.length < this.workers)) {
      seat = this.#start(files);
    }
    const number = this.#next++;
    seat.jobs.set(number, job);
    // The process must not end while a batch is out, nor be kept by threads that have nothing to do.
    seat.worker.ref();
    const message = packBatch(number, job.batch, this.#spare.pop());
    seat.worker.postMessage(message, [message.bytes, message.ends.buffer, message.days.buffer]);
  }

  #start(files: SharedFiles): Seat {
    const worker = new Worker(this.#thread, {
      workerData: { files },
      // Nothing of the parent's own flags, such as a test runner's.
      execArgv: [],
    });
    const seat: Seat = { worker, jobs: new Map(), terms: [] };
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
    worker.on('exit', () => this.#replace(seat, files, death));
    this.#seats.push(seat);
    return seat;
  }

  #replace(seat: Seat, files: SharedFiles, cause: unknown): void {
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
    for (const job of seat.jobs.values()) if (job.attempts < ATTEMPTS) this.#give(job, files);
  }
}

declare const REDIAN_COUNT_THREAD: string | undefined;

/** The thread's own file beside the package's others; in a source checkout that of the last build. */
const threadFile =
  typeof REDIAN_COUNT_THREAD === 'string' ? REDIAN_COUNT_THREAD : '../../dist/count-thread.js';

async function shareFiles(): Promise<SharedFiles> {
  return Promise.all(
    sharedFiles.map(async (name) => {
      const bytes = await readDataFile(name);
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      return [name, shared] as const;
    }),
  );
}
