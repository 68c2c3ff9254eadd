import { describe, expect, it } from 'vitest';
import { nameWord } from '../../src/base/name-word.js';

describe('a word for a file', () => {
  it('has letters and digits of any script, with hyphens between', () => {
    expect(nameWord('../Tweets: AI 大模型 (2025)!')).toBe('tweets-ai-大模型-2025');
    expect(nameWord('…/')).toBe('');
  });

  it('ends with a whole letter where it is cut', () => {
    expect(nameWord(`${'a'.repeat(59)}𠮷野家`)).toBe('a'.repeat(59));
    expect(nameWord(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
    expect(nameWord(`-${'a'.repeat(70)}`)).toBe('a'.repeat(60));
  });
});
