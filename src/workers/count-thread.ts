import { parentPort, workerData } from 'node:worker_threads';
import { shareDataFiles } from '../base/data-file.js';
import { TermCounter } from '../partial/index.js';
import { type Answer, type BatchMessage, type SharedFiles, unpackBatch } from './messages.js';

/** What runs in a thread of the pool: opens the tables that the threads share, then counts batch after batch. */
async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  shareDataFiles(new Map((workerData as { files: SharedFiles }).files));
  const counter = await TermCounter.load();
  port.on('message', (message: BatchMessage) => {
    let answer: Answer;
    try {
      answer = { number: message.number, counts: counter.countNow(unpackBatch(message)) };
    } catch (cause) {
      answer = { number: message.number, error: cause instanceof Error ? cause.message : String(cause) };
    }
    port.postMessage(answer);
  });
}

run();
