import { expect, it } from 'vitest';
import { countingTerms, StopWords } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const terms = (text: string) => countingTerms(tokenizer.segment(text), stopWords);

it.each([
  ['芯\u200b片涨价', '芯片涨价'],
  ['涨\ufe0f价', '涨价'],
  ['training the mo\u00addel', 'training the model'],
  ['𝗳𝗮𝘀𝘁 𝘁𝗿𝗮𝗶𝗻𝗶𝗻𝗴', 'fast training'],
  ['cafe\u0301 latte', 'café latte'],
  ['#发\u200b布会#', '#发布会#'],
  ['发\u200b布', '发布'],
])('%j counts as %j', (dressed, plain) => {
  expect(terms(dressed)).toEqual(terms(plain));
});

it('tokens keep what the text has', () => {
  expect(tokenizer.segment('芯\u200b片').map(({ text }) => text)).toEqual(['芯\u200b片']);
});
