import { describe, expect, it } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { countingTerms, StopWords } from '../../src/keywords/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const stopWords = StopWords.loadSync();
const keys = (text: string): string[] =>
  countingTerms(tokenizer.segment(text), stopWords).map(({ key }) => key);

describe('an English name has one key', () => {
  it.each([
    ['zohran mamdani', 'Zohran Mamdani wins'],
    ['zohran mamdani', 'Mayor Zohran Mamdani said'],
    ['zohran mamdani', 'by Zohran Mamdani'],
    ['zohran mamdani', 'A speech by Zohran Mamdani'],
    ['zohran mamdani', 'New York Mayor Zohran Mamdani says no'],
    ['ken paxton', 'Attorney General Ken Paxton sues a company'],
    ['ken paxton', 'a suit against Ken Paxton and others'],
    ['jalen brunson', 'Guard Jalen Brunson scored'],
    ['amit mehta', 'a ruling from Judge Amit Mehta'],
    ['sally rooney', 'Writer Sally Rooney says'],
    ['anthony fauci', 'talks with Dr. Anthony Fauci about masks'],
    ['josh hawley', 'talks with Senator Josh Hawley about chips'],
    ['pope leo', 'Pope Leo visits'],
    ['pope leo', 'the visit of Pope Leo'],
    ['levi strauss', 'Levi Strauss EPS beats the estimates'],
  ])('%s: %s', (key, text) => {
    expect(keys(text)).toContain(key);
  });

  it.each([
    ['New Year deals', ['deal']],
    ['deals for Black Friday', ['deal', 'Black Friday']],
    ['Ideas for Garden Chairs', ['ideas', 'garden', 'chair']],
    ['Tidjane Thiam Resigns', ['tidjan', 'thiam', 'resign']],
    ['FTC Chairman Sends Letter to Apple', ['FTC', 'chairman', 'send', 'letter', 'Apple']],
  ])('but what is no name is not joined: %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('is an entity as well', () => {
    for (const text of ['Mayor Zohran Mamdani said', 'a speech by Zohran Mamdani'])
      expect(extractEntities(text, tokenizer.segment(text)).map(({ canonical }) => canonical)).toEqual([
        'Zohran Mamdani',
      ]);
  });
});
