/** Loads one contender, cuts a sentence, and prints how long that took and what memory it holds. */
import { contenders } from './contenders.js';

const contender = contenders.find(({ name }) => name === process.argv[2]);
if (contender === undefined) throw new Error(`no contender ${process.argv[2]}`);
const before = process.memoryUsage.rss();
const started = performance.now();
const run = await contender.load();
run('我来到北京清华大学');
const ms = performance.now() - started;
console.log(JSON.stringify({ ms, bytes: process.memoryUsage.rss() - before }));
