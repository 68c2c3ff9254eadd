/**
 * Folding of UTF-16 units for look-ups. One unit becomes one unit, so that offsets stand.
 *
 * A table holds the bits in which a unit differs from its folded form: what is not folded is 0, and needs neither time at
 * import nor memory.
 */
const widthChanges = new Uint16Array(65536);
const foldChanges = new Uint16Array(65536);
const plainChanges = new Uint16Array(65536);

/**
 * Small letters of the capitals of Latin, Greek and Cyrillic from U+00C0 to U+052F: first, last, every which one, and how far
 * the small letter is. Written out, as of Unicode 15, since engines know different versions of it and load their tables of it
 * when they are first asked, which takes longer than all the rest of the import.
 */
const capitals = [
  0xc0, 0xd6, 1, 32, 0xd8, 0xde, 1, 32, 0x100, 0x12e, 2, 1, 0x132, 0x136, 2, 1, 0x139, 0x147, 2, 1, 0x14a,
  0x176, 2, 1, 0x178, 0x178, 1, -121, 0x179, 0x17d, 2, 1, 0x181, 0x181, 1, 210, 0x182, 0x184, 2, 1, 0x186,
  0x186, 1, 206, 0x187, 0x187, 1, 1, 0x189, 0x18a, 1, 205, 0x18b, 0x18b, 1, 1, 0x18e, 0x18e, 1, 79, 0x18f,
  0x18f, 1, 202, 0x190, 0x190, 1, 203, 0x191, 0x191, 1, 1, 0x193, 0x193, 1, 205, 0x194, 0x194, 1, 207, 0x196,
  0x196, 1, 211, 0x197, 0x197, 1, 209, 0x198, 0x198, 1, 1, 0x19c, 0x19c, 1, 211, 0x19d, 0x19d, 1, 213, 0x19f,
  0x19f, 1, 214, 0x1a0, 0x1a4, 2, 1, 0x1a6, 0x1a6, 1, 218, 0x1a7, 0x1a7, 1, 1, 0x1a9, 0x1a9, 1, 218, 0x1ac,
  0x1ac, 1, 1, 0x1ae, 0x1ae, 1, 218, 0x1af, 0x1af, 1, 1, 0x1b1, 0x1b2, 1, 217, 0x1b3, 0x1b5, 2, 1, 0x1b7,
  0x1b7, 1, 219, 0x1b8, 0x1b8, 1, 1, 0x1bc, 0x1bc, 1, 1, 0x1c4, 0x1c4, 1, 2, 0x1c5, 0x1c5, 1, 1, 0x1c7, 0x1c7,
  1, 2, 0x1c8, 0x1c8, 1, 1, 0x1ca, 0x1ca, 1, 2, 0x1cb, 0x1db, 2, 1, 0x1de, 0x1ee, 2, 1, 0x1f1, 0x1f1, 1, 2,
  0x1f2, 0x1f4, 2, 1, 0x1f6, 0x1f6, 1, -97, 0x1f7, 0x1f7, 1, -56, 0x1f8, 0x21e, 2, 1, 0x220, 0x220, 1, -130,
  0x222, 0x232, 2, 1, 0x23a, 0x23a, 1, 10795, 0x23b, 0x23b, 1, 1, 0x23d, 0x23d, 1, -163, 0x23e, 0x23e, 1,
  10792, 0x241, 0x241, 1, 1, 0x243, 0x243, 1, -195, 0x244, 0x244, 1, 69, 0x245, 0x245, 1, 71, 0x246, 0x24e, 2,
  1, 0x370, 0x372, 2, 1, 0x376, 0x376, 1, 1, 0x37f, 0x37f, 1, 116, 0x386, 0x386, 1, 38, 0x388, 0x38a, 1, 37,
  0x38c, 0x38c, 1, 64, 0x38e, 0x38f, 1, 63, 0x391, 0x3a1, 1, 32, 0x3a3, 0x3ab, 1, 32, 0x3cf, 0x3cf, 1, 8,
  0x3d8, 0x3ee, 2, 1, 0x3f4, 0x3f4, 1, -60, 0x3f7, 0x3f7, 1, 1, 0x3f9, 0x3f9, 1, -7, 0x3fa, 0x3fa, 1, 1,
  0x3fd, 0x3ff, 1, -130, 0x400, 0x40f, 1, 80, 0x410, 0x42f, 1, 32, 0x460, 0x480, 2, 1, 0x48a, 0x4be, 2, 1,
  0x4c0, 0x4c0, 1, 15, 0x4c1, 0x4cd, 2, 1, 0x4d0, 0x52e, 2, 1,
];

/** Letters of Latin with accents, capitals and small ones, by the letter without: first and last of each run. */
const accented: readonly (readonly [string, ...number[]])[] = [
  [
    'a',
    0xc0,
    0xc5,
    0xe0,
    0xe5,
    0x100,
    0x105,
    0x1cd,
    0x1ce,
    0x1de,
    0x1e1,
    0x1fa,
    0x1fb,
    0x200,
    0x203,
    0x226,
    0x227,
  ],
  ['c', 0xc7, 0xc7, 0xe7, 0xe7, 0x106, 0x10d],
  ['e', 0xc8, 0xcb, 0xe8, 0xeb, 0x112, 0x11b, 0x204, 0x207, 0x228, 0x229],
  ['i', 0xcc, 0xcf, 0xec, 0xef, 0x128, 0x12f, 0x1cf, 0x1d0, 0x208, 0x20b],
  ['n', 0xd1, 0xd1, 0xf1, 0xf1, 0x143, 0x148, 0x1f8, 0x1f9],
  [
    'o',
    0xd2,
    0xd6,
    0xf2,
    0xf6,
    0x14c,
    0x151,
    0x1a0,
    0x1a1,
    0x1d1,
    0x1d2,
    0x1ea,
    0x1ed,
    0x20c,
    0x20f,
    0x22a,
    0x231,
  ],
  ['u', 0xd9, 0xdc, 0xf9, 0xfc, 0x168, 0x173, 0x1af, 0x1b0, 0x1d3, 0x1dc, 0x214, 0x217],
  ['y', 0xdd, 0xdd, 0xfd, 0xfd, 0xff, 0xff, 0x176, 0x178, 0x232, 0x233],
  ['d', 0x10e, 0x10f],
  ['g', 0x11c, 0x123, 0x1e6, 0x1e7, 0x1f4, 0x1f5],
  ['h', 0x124, 0x125, 0x21e, 0x21f],
  ['I', 0x130, 0x130],
  ['j', 0x134, 0x135, 0x1f0, 0x1f0],
  ['k', 0x136, 0x137, 0x1e8, 0x1e9],
  ['l', 0x139, 0x13e],
  ['r', 0x154, 0x159, 0x210, 0x213],
  ['s', 0x15a, 0x161, 0x218, 0x219],
  ['t', 0x162, 0x165, 0x21a, 0x21b],
  ['w', 0x174, 0x175],
  ['z', 0x179, 0x17e],
  ['æ', 0x1e2, 0x1e3, 0x1fc, 0x1fd],
  ['ʒ', 0x1ee, 0x1ef],
  ['ø', 0x1fe, 0x1ff],
];

// Numbers in plain loops, and what tables have in common copied: an engine interprets this at each import.
for (let unit = 0xff01; unit <= 0xff5e; unit++) change(widthChanges, unit, unit - 0xfee0);
for (const space of [0xa0, 0x3000]) change(widthChanges, space, 0x20);
for (const hyphen of [0x2010, 0x2011, 0x2012, 0x2013, 0xfe63]) change(widthChanges, hyphen, 0x2d);
change(widthChanges, 0x2019, 0x27);

copyTo(foldChanges, widthChanges);
for (let unit = 0x41; unit <= 0x5a; unit++) {
  change(foldChanges, unit, unit + 0x20);
  change(foldChanges, unit + 0xfee0, unit + 0x20);
}
for (let i = 0; i < capitals.length; i += 4) {
  const [last, step, by] = [capitals[i + 1], capitals[i + 2], capitals[i + 3]] as [number, number, number];
  for (let unit = capitals[i] as number; unit <= last; unit += step) foldChanges[unit] = unit ^ (unit + by);
}

copyTo(plainChanges, foldChanges);
for (const [letter, ...runs] of accented) {
  const plain = letter.charCodeAt(0);
  for (let i = 0; i < runs.length; i += 2) {
    const last = runs[i + 1] as number;
    for (let unit = runs[i] as number; unit <= last; unit++) plainChanges[unit] = unit ^ plain;
  }
}
for (const space of [0x2002, 0x2003, 0x2009, 0x202f]) change(plainChanges, space, 0x20);
change(plainChanges, 0x2212, 0x2d);
change(plainChanges, 0x2018, 0x27);
for (const dot of [0x30fb, 0x2022, 0x2027]) change(plainChanges, dot, 0xb7);

function change(changes: Uint16Array, unit: number, to: number): void {
  changes[unit] = unit ^ to;
}

/** Only where there is anything: the rest of the table stays untouched memory. */
function copyTo(changes: Uint16Array, from: Uint16Array): void {
  changes.set(from.subarray(0, 0x530));
  changes.set(from.subarray(0x2010, 0x201a), 0x2010);
  changes.set(from.subarray(0x3000, 0x3001), 0x3000);
  changes.set(from.subarray(0xfe63, 0xff5f), 0xfe63);
}

/** Full-width ASCII to half-width, capitals to small letters, typographic hyphens and apostrophes to the plain ones. */
export function foldUnit(unit: number): number {
  return unit ^ (foldChanges[unit] as number);
}

/** The same as {@link foldUnit}, and Latin letters without their accents: Erdős is found as Erdos. */
export function plainUnit(unit: number): number {
  return unit ^ (plainChanges[unit] as number);
}

/** {@link foldUnit} of every unit, as a table that the caller may change. */
export function foldTable(): Uint16Array {
  return foldChanges.map((bits, unit) => unit ^ bits);
}

/** {@link plainUnit} of every unit, as a table that the caller may change. */
export function plainTable(): Uint16Array {
  return plainChanges.map((bits, unit) => unit ^ bits);
}

/** A text folded unit by unit: same length as the text. O(n). */
export function fold(text: string): string {
  return mapUnits(text, foldChanges);
}

/** Full-width forms folded, case kept. */
export function foldWidth(text: string): string {
  return mapUnits(text, widthChanges);
}

/** A text in which each unit differs by its bits in `changes`; the text itself where none does. O(n). */
export function mapUnits(text: string, changes: Uint16Array): string {
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const bits = changes[unit] as number;
    if (bits === 0) continue;
    folded += text.slice(from, i) + String.fromCharCode(unit ^ bits);
    from = i + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
