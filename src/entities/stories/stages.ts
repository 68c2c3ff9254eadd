/** Rounds of financing as bits, from A on, those before it behind the letters; then sessions of the market. */
const LETTERS = 11;
const ROUNDS = (1 << (LETTERS + 2)) - 1;
const SESSIONS = ~ROUNDS;

const lettered = /\b[Ss]eries ([A-K])\b|(?<![A-Za-z])([A-K])[\d+]{0,2}\s?轮/gu;
const worded: readonly (readonly [bit: number, pattern: RegExp])[] = [
  [LETTERS, /种子\+?轮|\bseed (?:round|funding)/iu],
  [LETTERS + 1, /天使\+?轮|\bangel (?:round|funding)/iu],
  [LETTERS + 2, /开盘|[高低]开(?![发放启])|\bopen(?:s|ed)? (?:higher|lower|mixed|flat)\b/iu],
  [LETTERS + 3, /午盘|午间收盘|半日[收涨跌]/u],
  [LETTERS + 4, /收盘|收[涨跌评报]|\bclose[sd]? (?:higher|lower|mixed|flat)\b/iu],
];

/** The stages that a text names of what goes by stages, as bits. */
export function stagesOf(text: string): number {
  let stages = 0;
  for (const [, english, chinese] of text.matchAll(lettered)) {
    stages |= 1 << ((english ?? chinese ?? '').charCodeAt(0) - 'A'.charCodeAt(0));
  }
  for (const [bit, pattern] of worded) if (pattern.test(text)) stages |= 1 << bit;
  return stages;
}

/** Whether each names a round, or a session, and none that the other names. */
export function areOtherStages(a: number, b: number): boolean {
  return areOtherOf(ROUNDS, a, b) || areOtherOf(SESSIONS, a, b);
}

function areOtherOf(mask: number, a: number, b: number): boolean {
  return (a & mask) !== 0 && (b & mask) !== 0 && (a & b & mask) === 0;
}
