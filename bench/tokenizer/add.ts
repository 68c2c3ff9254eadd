/** Adds 10,000 words to a tokenizer that has added none, with frequencies or (`suggested`) without, and prints how long that took. */
import { newWords } from './contenders.js';

const { Tokenizer } = await import('../../src/tokenizer/index.js');
const isSuggested = process.argv[2] === 'suggested';
const words = newWords();
const tokenizer = Tokenizer.loadSync();
const before = process.cpuUsage();
const started = performance.now();
for (const { word, frequency } of words) tokenizer.addWord(word, isSuggested ? undefined : frequency);
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms, processor: (user + system) / 1000 }));
