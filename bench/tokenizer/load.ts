/** Loads one contender, cuts a sentence, and prints how long that took and what memory it holds. */
import { contenders } from './contenders.js';

const contender = contenders.find(({ id }) => id === process.argv[2]);
if (contender === undefined) throw new Error(`no contender ${process.argv[2]}`);
// What tsx takes to compile our sources is no part of loading; a package ships them compiled.
if (contender.id.startsWith('redian')) await import('../../src/tokenizer/index.js');
const before = process.memoryUsage.rss();
const started = performance.now();
const run = await contender.load();
run('我来到北京清华大学');
const ms = performance.now() - started;
console.log(JSON.stringify({ ms, bytes: process.memoryUsage.rss() - before }));
