/** How many bits two bitmaps of 64 bytes differ in. */
function difference(one: usize, other: usize): i32 {
  let ones = i8x16.popcnt(v128.xor(v128.load(one), v128.load(other)));
  ones = i8x16.add(ones, i8x16.popcnt(v128.xor(v128.load(one, 16), v128.load(other, 16))));
  ones = i8x16.add(ones, i8x16.popcnt(v128.xor(v128.load(one, 32), v128.load(other, 32))));
  ones = i8x16.add(ones, i8x16.popcnt(v128.xor(v128.load(one, 48), v128.load(other, 48))));
  const four = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(ones));
  const two = i64x2.extract_lane(four, 0) + i64x2.extract_lane(four, 1);
  return <i32>two + <i32>(two >>> 32);
}

/** Leaves the pairs of texts, given by number, whose bitmaps differ in no more than a share of both lengths; how many. */
export function keepAlike(pairs: usize, count: i32, bitmaps: usize, lengths: usize, share: f64): i32 {
  const end = pairs + ((<usize>count) << 3);
  let to = pairs;
  for (let at = pairs; at < end; at += 8) {
    const a = <usize>load<u32>(at);
    const b = <usize>load<u32>(at, 4);
    const most = share * <f64>(load<i32>(lengths + (a << 2)) + load<i32>(lengths + (b << 2)));
    store<u32>(to, <u32>a);
    store<u32>(to, <u32>b, 4);
    // Not a branch: nobody can foresee it.
    to += (<usize>(<f64>difference(bitmaps + (a << 6), bitmaps + (b << 6)) <= most)) << 3;
  }
  return <i32>((to - pairs) >>> 3);
}
