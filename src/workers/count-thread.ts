import { parentPort, workerData } from 'node:worker_threads';
import { shareDataFiles } from '../base/data-file.js';
import { TermCounter } from '../partial/index.js';
import { type Answer, type BatchMessage, type ThreadData, unpackBatch } from './messages.js';

/** What runs in a thread of the pool: opens the tables that the threads share, then counts batch after batch. */
async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const { files, places } = workerData as ThreadData;
  shareDataFiles(new Map(files), new Map(places));
  const counter = await TermCounter.load();
  let told = 0;
  port.on('message', (message: BatchMessage) => {
    const { number, bytes } = message;
    try {
      const { days, promotional, terms } = counter.countNow(unpackBatch(message));
      const answer: Answer = { number, days, promotional, terms: terms.slice(told), bytes };
      told = terms.length;
      port.postMessage(answer, [
        bytes,
        ...days.flatMap(({ ids, counts }) => [ids.buffer as ArrayBuffer, counts.buffer as ArrayBuffer]),
      ]);
    } catch (cause) {
      const answer: Answer = { number, error: cause instanceof Error ? cause.message : String(cause), bytes };
      port.postMessage(answer, [bytes]);
    }
  });
}

run();
