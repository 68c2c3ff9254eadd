import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { collectPosts } from '../../src/corpus/index.js';
import {
  type BatchCounts,
  mapPosts,
  packPartial,
  TermCounter,
  type TextBatch,
} from '../../src/partial/index.js';
import { WorkerPool } from '../../src/workers/index.js';
import { packBatch, unpackBatch } from '../../src/workers/messages.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const csv = readFileSync(`${root}fixtures/tweets-ai-20251128-20251130.csv`);
const { posts } = await collectPosts(csv);
const here = await TermCounter.load();
const folder = mkdtempSync(join(tmpdir(), 'redian-workers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const thread = pathToFileURL(`${root}dist/count-thread.js`);

/** A thread that ends itself when it is handed a text with a certain word, so many times in all. */
function dying(times: number): URL {
  const file = join(folder, `deaths-${times}`);
  writeFileSync(file, '');
  const code = `
    import { openSync, readFileSync, writeSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    const file = ${JSON.stringify(file)};
    const on = parentPort.on.bind(parentPort);
    parentPort.on = (name, listener) => on(name, (message) => {
      if (Buffer.from(message.bytes).toString('utf16le').includes('毒药')) {
        if (readFileSync(file).length < ${times}) {
          writeSync(openSync(file, 'a'), 'x');
          process.exit(7);
        }
      }
      listener(message);
    });
    await import(${JSON.stringify(thread.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Counts by the terms themselves: each counter numbers them in its own way. */
const spelled = ({ days, promotional, terms }: BatchCounts) => ({
  promotional,
  days: days.map(({ day, documents, ids, counts }) => ({
    day,
    documents,
    terms: new Map([...ids].map((id, place) => [terms[id], counts[place]])),
  })),
});

const batchOf = (texts: readonly string[]): TextBatch => ({ texts, days: texts.map(() => '2025-11-28') });

describe('threads', () => {
  it('hand over every text as it is', () => {
    const batch = { texts: ['', '热点', 'a\ud800b', '🔥'], days: ['x', '', 'x', 'y'] };
    expect(unpackBatch(packBatch(3, batch))).toEqual(batch);
  });

  it('give the bytes that one thread gives', async () => {
    const pool = new WorkerPool({ workers: 3 });
    try {
      const one = await mapPosts(csv, { counter: here, sample: 100 });
      const several = await mapPosts(csv, { counter: pool, sample: 100 });
      expect(Buffer.compare(packPartial(one), packPartial(several))).toBe(0);
      const batches = Array.from({ length: 12 }, (_, part) =>
        batchOf(posts.slice(part * 40, part * 40 + 40).map(({ text }) => text)),
      );
      const counted = await Promise.all(batches.map((batch) => pool.count(batch)));
      expect(counted.map(spelled)).toEqual(batches.map((batch) => spelled(here.countNow(batch))));
      expect(pool.threads.length).toBe(3);
    } finally {
      await pool.close();
    }
  });

  it('are replaced when they die, and their batches are done again', async () => {
    const pool = new WorkerPool({ workers: 2 }, dying(2));
    try {
      const batches = ['甲 大模型', '毒药 开源', '丙 芯片', '丁 智能体', '戊 机器人'].map((text) =>
        batchOf([text]),
      );
      const counted = await Promise.all(batches.map((batch) => pool.count(batch)));
      expect(counted.map(spelled)).toEqual(batches.map((batch) => spelled(here.countNow(batch))));
    } finally {
      await pool.close();
    }
  });

  it('are not killed for ever: a batch that ends three rejects, the others are counted', async () => {
    const pool = new WorkerPool({ workers: 1 }, dying(1000));
    try {
      const bad = pool.count(batchOf(['毒药']));
      const good = pool.count(batchOf(['大模型']));
      await expect(bad).rejects.toThrow(/a batch of 1 posts ended 3 workers/);
      expect(spelled(await good)).toEqual(spelled(here.countNow(batchOf(['大模型']))));
    } finally {
      await pool.close();
    }
  });

  it('stop when they are aborted, and refuse what comes later', async () => {
    const stop = new AbortController();
    const pool = new WorkerPool({ workers: 1, signal: stop.signal });
    const running = pool.count(batchOf(posts.map(({ text }) => text)));
    const outcome = expect(running).rejects.toThrow('enough');
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await outcome;
    await expect(pool.count(batchOf(['甲']))).rejects.toThrow('enough');
    expect(pool.threads).toEqual([]);
    expect(() => new WorkerPool({ workers: 0 })).toThrow(/workers: expected an integer from 1 to 256/);
  });

  it('are waited for: no more batches are out than they can work on', async () => {
    let out = 0;
    let most = 0;
    const counter = {
      parallel: 3,
      async count(batch: TextBatch) {
        most = Math.max(most, ++out);
        await new Promise((resolve) => setTimeout(resolve, 2));
        out--;
        return here.countNow(batch);
      },
    };
    const long = 'x'.repeat(100_000);
    const lines = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, text: `${long} ${id}` })).join(
      '\n',
    );
    await mapPosts(lines, { counter });
    expect(most).toBe(3);
  });
});
