/** Does what checksum in src/lexicon/container.ts does, its four lanes in one vector, on `count` words. */
export function checksum(at: usize, count: i32): i32 {
  const prime = i32x4.splat(0x01000193);
  let lanes = i32x4(<i32>0x811c9dc5, 0x01000193, 0x1e3779b9, 0x7f4a7c15);
  const whole = at + ((<usize>(count & ~3)) << 2);
  let next = at;
  for (; next < whole; next += 16) lanes = i32x4.mul(v128.xor(lanes, v128.load(next)), prime);
  let sum = i32x4.extract_lane(lanes, 0);
  for (; next < at + ((<usize>count) << 2); next += 4) sum = (sum ^ load<i32>(next)) * 0x01000193;
  sum ^= sum >>> 15;
  sum = joinLane(sum, i32x4.extract_lane(lanes, 1));
  sum = joinLane(sum, i32x4.extract_lane(lanes, 2));
  return joinLane(sum, i32x4.extract_lane(lanes, 3));
}

function joinLane(sum: i32, lane: i32): i32 {
  return (sum ^ lane ^ (lane >>> 15)) * 0x01000193;
}
