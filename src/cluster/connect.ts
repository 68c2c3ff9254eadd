import type { ConnectionOptions } from 'bullmq';
import type { OptionNames } from '../base/check.js';
import { RedianError } from '../errors.js';

type BullMq = typeof import('bullmq');

/** Where the jobs are. */
export interface ClusterOptions {
  /** Address of Redis, `redis://127.0.0.1:6379`. */
  readonly redis: string;
  /** Name of the queue in Redis: clusters of different names do not meet. Default: `redian`. */
  readonly queue?: string | undefined;
}

export const clusterOptions: OptionNames<ClusterOptions> = { redis: true, queue: true };

interface Connected {
  readonly bull: BullMq;
  readonly connection: ConnectionOptions;
  readonly queue: string;
  close(): Promise<void>;
}

/**
 * Loads BullMQ and opens a connection that waits for a server which restarts.
 *
 * @throws {RedianError} MISSING_PACKAGE if bullmq or ioredis is not installed; INVALID_ARGUMENT for another address.
 */
export async function connect(options: ClusterOptions): Promise<Connected> {
  const { redis: address, queue = 'redian' } = options;
  if (typeof address !== 'string' || !/^rediss?:\/\//.test(address)) {
    throw new RedianError('INVALID_ARGUMENT', 'redis: expected an address such as redis://127.0.0.1:6379');
  }
  if (!/^[\w.-]+$/.test(queue)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `queue: expected letters, digits, ".", "_" and "-", got ${queue}`,
    );
  }
  let bull: BullMq;
  let Redis: typeof import('ioredis').Redis;
  try {
    [bull, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
  } catch (cause) {
    throw new RedianError(
      'MISSING_PACKAGE',
      'redian/cluster needs two packages: npm install bullmq ioredis',
      {
        cause,
      },
    );
  }
  // Without a limit of retries, as BullMQ's workers ask for: a command waits until the server is back.
  const client = new Redis(address, { maxRetriesPerRequest: null });
  // Each failed attempt to connect is told; they are repeated, and the state of the run tells what came of them.
  client.on('error', () => undefined);
  return {
    bull,
    connection: client as unknown as ConnectionOptions,
    queue,
    async close() {
      client.disconnect();
    },
  };
}
