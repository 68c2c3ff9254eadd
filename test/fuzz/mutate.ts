/** Changes to bytes, most of which leave a text or a file nearly as it was. */

const pieces = [
  ...[
    '"',
    "'",
    ',',
    '\t',
    '\n',
    '\r\n',
    '\0',
    '{',
    '}',
    '[',
    ']',
    '{{',
    '{%',
    '<script>',
    '|',
    '---\n',
    '\\',
    '/*',
  ],
  ...['0', '-1', '1e999', '99999999999999999999', 'NaN', 'null', 'true', '__proto__', 'constructor'],
  ...[
    '。',
    '，',
    '不',
    '亿美元',
    '2025年11月30日',
    '@a',
    '#话题#',
    '$BTC',
    'https://a.b/c?d=e',
    'GPT-5.1',
    'RT @a: ',
    '😀',
    '👨‍👩‍👧',
  ],
  ...['\u202e', '\u200b', '\ufeff', '\u0301', '𠮷', 'ﬁ', 'Ａ', '́́́́'],
].map((text) => new TextEncoder().encode(text));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** One to four changes of `bytes`; `other` is another input to take parts of. At most `limit` bytes. */
export function mutate(
  bytes: Uint8Array,
  other: Uint8Array,
  random: () => number,
  limit: number,
): Uint8Array {
  const below = (most: number): number => Math.floor(random() * most);
  let changed: Uint8Array = bytes.slice();
  for (let left = 1 + below(4); left > 0; left--) {
    const at = below(changed.length + 1);
    const length = 1 + below(Math.min(64, changed.length + 1));
    const before = changed.subarray(0, at);
    const after = changed.subarray(at);
    switch (below(8)) {
      case 0:
        if (at < changed.length) changed[at] = (changed[at] as number) ^ (1 << below(8));
        break;
      case 1:
        if (at < changed.length) changed[at] = below(256);
        break;
      case 2:
        changed = joined([before, after.subarray(length)]);
        break;
      case 3:
        changed = joined([before, after.subarray(0, length), after]);
        break;
      case 4:
        changed = joined([before, pieces[below(pieces.length)] as Uint8Array, after]);
        break;
      case 5: {
        const from = below(other.length + 1);
        changed = joined([before, other.subarray(from, from + length * 4), after]);
        break;
      }
      case 6: {
        // A whole number of four bytes, as lengths and places are.
        if (at + 4 > changed.length) break;
        const edges = [0, 1, 0x7fffffff, 0xffffffff, 0x80000000, changed.length, changed.length - 1];
        new DataView(changed.buffer, changed.byteOffset).setUint32(
          at,
          edges[below(edges.length)] as number,
          below(2) === 0,
        );
        break;
      }
      default:
        changed = joined([before, new Uint8Array(length).fill(below(256)), after]);
    }
  }
  return changed.length > limit ? changed.slice(0, limit) : changed;
}
