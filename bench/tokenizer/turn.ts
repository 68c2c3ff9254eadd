/**
 * One contender in a process of its own, with an engine, a heap and a cache warmed by its own work alone, as where it is
 * used. Takes a turn each time it is told to: runner.ts.
 */
import { contenders } from './contenders.js';
import { corpora } from './corpora.js';
import type { Order, Turn } from './runner.js';

/** A contender that has not been through a corpus once by then sits the rest out. */
const PATIENCE_MS = 4000;

const contender = contenders.find(({ id }) => id === process.argv[2]);
if (contender === undefined) throw new Error(`no contender ${process.argv[2]}`);
const run = await contender.load();
const runAll = await contender.loadForAll?.();
const all = corpora();

/** Goes through the texts of a corpus, again and again, for `ms`; at least once, if patience lasts. */
function turn(texts: readonly string[], ms: number): Turn {
  const began = performance.now();
  const started = process.cpuUsage();
  let units = 0;
  let passes = 0;
  do {
    if (runAll !== undefined) {
      runAll(texts);
      for (const text of texts) units += text.length;
    } else {
      for (const text of texts) {
        run(text);
        units += text.length;
        if (passes === 0 && performance.now() - began > PATIENCE_MS) break;
      }
    }
    passes++;
  } while (performance.now() - began < ms);
  const { user, system } = process.cpuUsage(started);
  return { speed: units / Math.max(1, user + system), isTooSlow: performance.now() - began > PATIENCE_MS };
}

process.on('message', (order: Order) => {
  const { texts } = all[order.corpus];
  process.send?.(order.what === 'turn' ? turn(texts, order.ms) : texts.slice(0, order.count).map(run));
});
process.send?.('ready');
