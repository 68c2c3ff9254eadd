import { describe, expect, test } from 'vitest';
import { Cues } from '../../src/report/cues.js';

const found = (cues: Cues<number>, text: string): string[] => cues.find(text).map(({ phrase }) => phrase);

describe('Cues', () => {
  const cues = new Cues(
    ['推理', '定价', 'agent', '融资'].map((phrase) => ({ phrase, value: 1 })),
    ['推理成本', '定价权'],
  );

  test('finds Chinese anywhere and Latin as whole words, whatever the case', () => {
    expect(found(cues, 'Agent 的推理能力，agents 不算')).toEqual(['agent', '推理']);
  });

  test('a phrase that is none hides the cue that begins it, there only', () => {
    expect(found(cues, '推理成本下降，定价权没了')).toEqual([]);
    expect(found(cues, '推理变强，推理成本下降，重新定价')).toEqual(['推理', '定价']);
  });

  test('finds traditional characters and full width', () => {
    const folded = new Cues([{ phrase: '捐赠', value: 1 }]);
    expect(found(folded, '明星捐贈災區')).toEqual(['捐赠']);
    expect(found(cues, 'ＡＧＥＮＴ')).toEqual(['agent']);
  });

  test('an empty cue or guard is refused', () => {
    expect(() => new Cues([{ phrase: '', value: 1 }])).toThrow(/a cue is empty/);
    expect(() => new Cues([], [''])).toThrow(/a cue is empty/);
  });
});
