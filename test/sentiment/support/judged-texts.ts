import { readFileSync } from 'node:fs';
import type { SentimentResult } from '../../../src/sentiment/index.js';

type Label = SentimentResult['label'];

export interface JudgedText {
  readonly text: string;
  /** What a reader gave it. */
  readonly label: Label;
}

const labels = new Map<string, Label>([
  ['+', 'positive'],
  ['-', 'negative'],
  ['0', 'neutral'],
]);

/** A list of test/sentiment: mark and text in each row. */
export function readJudgedTexts(name: string): JudgedText[] {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [mark = '', text = ''] = line.split('\t');
      const label = labels.get(mark);
      if (label === undefined || text === '') throw new Error(`${name}: not a row: ${line}`);
      return { text, label };
    });
}

export interface Agreement {
  readonly texts: number;
  /** Share of the texts that have the label that a reader gave. */
  readonly right: number;
  /** Texts labelled positive that are negative, or the other way round. */
  readonly turned: number;
  /** Of the texts without a mood, the share that is given one; 0 if there are none. */
  readonly madeUp: number;
  /** Of the labels positive and negative that are given, the share that is right. */
  readonly rightOfGiven: number;
}

/** How labels given by a program agree with a reader's. */
export function agreement(texts: readonly JudgedText[], labelOf: (text: string) => Label): Agreement {
  let right = 0;
  let turned = 0;
  let moodless = 0;
  let madeUp = 0;
  let given = 0;
  let rightOfGiven = 0;
  for (const { text, label } of texts) {
    const found = labelOf(text);
    if (found === label) right++;
    else if (found !== 'neutral' && label !== 'neutral') turned++;
    if (found !== 'neutral') {
      given++;
      if (found === label) rightOfGiven++;
    }
    if (label !== 'neutral') continue;
    moodless++;
    if (found !== 'neutral') madeUp++;
  }
  return {
    texts: texts.length,
    right: right / (texts.length || 1),
    turned,
    madeUp: madeUp / (moodless || 1),
    rightOfGiven: rightOfGiven / (given || 1),
  };
}
