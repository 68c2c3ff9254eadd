import { expect, test } from 'vitest';
import { stem, stemPhrase } from '../../src/text/stem.js';

test.each([
  ['ads', 'ad'],
  ['launches', 'launch'],
  ['launched', 'launch'],
  ['launching', 'launch'],
  ['crashes', 'crash'],
  ['taxes', 'tax'],
  ['release', 'releas'],
  ['releases', 'releas'],
  ['released', 'releas'],
  ['prices', 'price'],
  ['priced', 'price'],
  ['changes', 'chang'],
  ['changing', 'chang'],
  ['studies', 'studi'],
  ['study', 'studi'],
  ['planned', 'plan'],
  ['making', 'make'],
  ['is', 'is'],
  ['one', 'one'],
  ['uses', 'use'],
  ['agree', 'agre'],
  ['agreed', 'agre'],
  ['speed', 'speed'],
  ['create', 'creat'],
  ['created', 'creat'],
  ['bus', 'bus'],
  ['glass', 'glass'],
  ['universe', 'univers'],
  ['gpt-5s', 'gpt-5s'],
])('%s counts as %s', (word, stemmed) => {
  expect(stem(word)).toBe(stemmed);
});

test('universities and universes are kept apart', () => {
  expect(stem('universities')).not.toBe(stem('universes'));
});

test('of a phrase each word counts by itself', () => {
  expect(stemPhrase('zero days')).toBe('zero day');
});
