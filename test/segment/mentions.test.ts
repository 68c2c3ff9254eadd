import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

describe('names in headlines of days that were set aside', () => {
  it('come out whole, most of them', () => {
    const tokenizer = Tokenizer.loadSync();
    const lines = readFileSync(new URL('mentions.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .slice(1);
    const broken = lines.filter((line) => {
      const [mention = '', context = ''] = line.split('\t');
      const start = context.indexOf(mention);
      expect(start, line).toBeGreaterThanOrEqual(0);
      return !tokenizer
        .segment(context)
        .some((token) => token.start === start && token.end === start + mention.length);
    });
    // 87 % with a dictionary of 700 terms; it may only rise.
    expect(1 - broken.length / lines.length, broken.join('\n')).toBeGreaterThan(0.87);
  });
});
