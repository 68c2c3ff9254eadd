import type { BatchCounter } from '../partial/index.js';
import { WorkerPool } from '../workers/index.js';

/** Who counts, and how it ends. */
interface RunningCounter {
  readonly option: { readonly counter?: BatchCounter };
  close(): Promise<void>;
}

/** A pool of so many threads, which start with the first batches; this thread alone for one. */
export function startCounter(workers: number | undefined): RunningCounter {
  const pool = new WorkerPool(workers === undefined ? {} : { workers });
  if (pool.workers === 1) return { option: {}, close: async () => undefined };
  return { option: { counter: pool }, close: () => pool.close() };
}
