const units = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['千', 1e3],
  ['w', 1e4],
  ['W', 1e4],
  ['万', 1e4],
  ['萬', 1e4],
  ['m', 1e6],
  ['M', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['亿', 1e8],
  ['億', 1e8],
]);

const pattern =
  /^([+-]?)(\d{1,3}(?:[,，]\d{3})+|\d{1,15})(?:\.(\d{1,10}))?(?:[eE]\+?(\d{1,2}))?[ ]?([kKwWmMbB千万萬亿億]?)\+?$/;

/** Cells that say that there is no count; Weibo's pages write the button's name for none. */
const empty = new Set([
  '',
  '-',
  '--',
  '—',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'undefined',
  '转发',
  '评论',
  '赞',
  '點讚',
]);

/** A count of readers' acts as exports write it, undefined if there is none, or the reason why it is refused. */
type ParsedCount = number | undefined | 'negative' | 'not a number';

/** Reads `12`, `"1,234"`, `12.0`, `1.2E+05`, `1.2万`, `3.4K`, `10万+`. Rounds to an integer. */
export function parseCount(value: unknown): ParsedCount {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'not a number';
    if (value > Number.MAX_SAFE_INTEGER) return 'not a number';
    return value < 0 ? 'negative' : Math.round(value);
  }
  if (typeof value !== 'string') return 'not a number';
  const text = value.trim();
  if (empty.has(text.toLowerCase())) return undefined;
  const match = pattern.exec(text);
  if (!match) return 'not a number';
  const [, sign, whole, fraction, exponent, unit] = match;
  const size =
    Number(`${whole.replace(/[,，]/g, '')}.${fraction ?? 0}e${exponent ?? 0}`) * (units.get(unit) ?? 1);
  if (size > Number.MAX_SAFE_INTEGER) return 'not a number';
  if (sign === '-' && size > 0) return 'negative';
  return Math.round(size);
}
