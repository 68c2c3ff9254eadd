/** The first place from `from` to `last` where two units stand, the second one any if it is negative; `last + 2` if there is none. */
export function indexOfPair(from: usize, last: usize, first: i32, second: i32): usize {
  const firsts = i16x8.splat(<i16>first);
  const seconds = i16x8.splat(<i16>second);
  const any = i16x8.splat(second < 0 ? -1 : 0);
  for (let at = from; at <= last; at += 16) {
    const next = v128.or(any, i16x8.eq(v128.load(at, 2), seconds));
    const found = i16x8.bitmask(v128.and(next, i16x8.eq(v128.load(at), firsts)));
    if (found !== 0) return min<usize>(last + 2, at + ((<usize>ctz<i32>(found)) << 1));
  }
  return last + 2;
}
