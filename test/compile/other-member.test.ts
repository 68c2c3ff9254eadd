import { describe, expect, it } from 'vitest';
import { tellsAnother } from '../../src/compile/other-member.js';

describe('a way to write a name that is of another member of the line', () => {
  it.each([
    ['HBM4', 'HBM'],
    ['RX 9070 XT', 'RX 9070'],
    ['AirPods Pro', 'AirPods'],
    ['Books3', 'BookCorpus'],
    ['昇腾910C', 'Ascend'],
    ['九章四号', 'Jiuzhang 3.0'],
    ['Seedance 1.5', 'Seedance 1.5 Pro'],
    ['FLUX 2', 'FLUX.2', false],
    ['Gemini 3.0 Flash', 'Gemini 3 Flash', false],
    ['嫦娥七号', "Chang'e-7", false],
    ['文明6', 'Civilization VI', false],
    ['AIME25', 'AIME 2025', false],
    ['LLaMA 1', 'LLaMA', false],
    ['GPT-J-6B', 'GPT-J', false],
  ] as const)('%s of %s', (surface, canonical, expected: boolean = true) => {
    expect(tellsAnother(surface, canonical, [surface])).toBe(expected);
  });

  it('is one of two sizes', () => {
    expect(tellsAnother('gpt-oss-20b', 'gpt-oss', ['gpt-oss-20b', 'gpt-oss-120b'])).toBe(true);
  });
});
