import type { Prepared } from './prepare.js';

/** Some rows of a corpus, their terms numbered anew; row i of the sample is row i · stride of the corpus. */
export interface Sample {
  readonly prepared: Pick<Prepared, 'rows' | 'bags' | 'words'>;
  readonly stride: number;
}

/** Every so many rows, at most `most` of them; all as they are if they are no more. O(ids). */
export function sampleRows(prepared: Pick<Prepared, 'rows' | 'bags' | 'words'>, most: number): Sample {
  const { rows, bags, words } = prepared;
  const count = rows.starts.length - 1;
  const stride = Math.max(1, Math.ceil(count / most));
  if (stride === 1) return { prepared, stride };
  const numbers = new Int32Array(words.length).fill(-1);
  const own: string[] = [];
  const number = (id: number): number => {
    if (numbers[id] === -1) numbers[id] = own.push(words[id] as string) - 1;
    return numbers[id] as number;
  };
  // Counted terms come first, in the order of their first row; rows stay in ascending order by sorting.
  const counted = compress(rows, stride, number);
  const terms = own.length;
  const known = compress(bags, stride, number);
  return { prepared: { rows: { ...counted, terms }, bags: known, words: own }, stride };
}

function compress(
  { starts, ids }: { readonly starts: Int32Array; readonly ids: Int32Array },
  stride: number,
  number: (id: number) => number,
): { starts: Int32Array; ids: Int32Array } {
  const count = Math.ceil((starts.length - 1) / stride);
  const ownStarts = new Int32Array(count + 1);
  for (let row = 0; row < count; row++) {
    const length = (starts[row * stride + 1] as number) - (starts[row * stride] as number);
    ownStarts[row + 1] = (ownStarts[row] as number) + length;
  }
  const own = new Int32Array(ownStarts[count] as number);
  for (let row = 0; row < count; row++) {
    const from = ownStarts[row] as number;
    const shift = (starts[row * stride] as number) - from;
    const to = ownStarts[row + 1] as number;
    for (let at = from; at < to; at++) own[at] = number(ids[at + shift] as number);
    own.subarray(from, to).sort();
  }
  return { starts: ownStarts, ids: own };
}
