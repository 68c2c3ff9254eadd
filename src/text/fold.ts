/**
 * Folding of UTF-16 units for look-ups. One unit becomes one unit, so that offsets stand.
 *
 * A table holds the bits in which a unit differs from its folded form: what is not folded is 0, and needs neither time at
 * import nor memory.
 */
const widthChanges = new Uint16Array(65536);
const foldChanges = new Uint16Array(65536);
const plainChanges = new Uint16Array(65536);

/** In {@link plainLetters}. */
const NONE = '.'.charCodeAt(0);

/**
 * Small letters of the capitals of Latin, Greek and Cyrillic from U+00C0 to U+052F and of U+1E00 to U+1EFF: first, last, every which one, and how far
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
  0x4c0, 0x4c0, 1, 15, 0x4c1, 0x4cd, 2, 1, 0x4d0, 0x52e, 2, 1, 0x1e00, 0x1e94, 2, 1, 0x1e9e, 0x1e9e, 1, -7615,
  0x1ea0, 0x1efe, 2, 1,
];

/**
 * The plain letter of each letter of Latin, capital or small: first unit of a run, and a letter for each unit, a point where there
 * is none (signs, clicks). An esh is an s, a schwa an e, a thorn a t: what is typed where the letter is not on the keyboard, as far as it
 * is one letter.
 */
const plainLetters: readonly (readonly [number, string])[] = [
  [
    0xc0,
    'aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg' +
      'gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs' +
      'bbbbbboccdddddeeeffgghiikkllmnnooooopprssssttttuuuvyyzzzzzz.ss.w....dddlllnnnaaiioouuuuuuuuuueaa' +
      'aaaaggggkkoooozzjdddgghwnnaaaaooaaaaeeeeiiiioooorrrruuuussttyyhhndoozzaaeeooooooooyylntjdqacclts' +
      'z..buveejjqqrryyaaabocddeeeeee.jggggghhhiiilllzmmmnnnooo.rrrrrrrrrssjssttuuvvwyyzzzz.....b.ghjk' +
      'lq..dddtttfll..hh',
  ],
  [0x1d00, 'aaabcddeeijklmnooooooo..prrtuuumvwz'],
  [
    0x1e00,
    'aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr' +
      'ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee' +
      'eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy',
  ],
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
for (const [first, letters] of plainLetters) {
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charCodeAt(i);
    if (letter !== NONE) change(plainChanges, first + i, letter);
  }
}
for (const space of [0x2002, 0x2003, 0x2009, 0x202f]) change(plainChanges, space, 0x20);
change(plainChanges, 0x2212, 0x2d);
for (const apostrophe of [0x2bb, 0x2bc, 0x2018]) change(plainChanges, apostrophe, 0x27);
for (const dot of [0x30fb, 0x2022, 0x2027]) change(plainChanges, dot, 0xb7);

function change(changes: Uint16Array, unit: number, to: number): void {
  changes[unit] = unit ^ to;
}

/** Only where there is anything: the rest of the table stays untouched memory. */
function copyTo(changes: Uint16Array, from: Uint16Array): void {
  changes.set(from.subarray(0, 0x530));
  changes.set(from.subarray(0x1e00, 0x1f00), 0x1e00);
  changes.set(from.subarray(0x2010, 0x201a), 0x2010);
  changes.set(from.subarray(0x3000, 0x3001), 0x3000);
  changes.set(from.subarray(0xfe63, 0xff5f), 0xfe63);
}

/** Full-width ASCII to half-width, capitals to small letters, typographic hyphens and apostrophes to the plain ones. */
export function foldUnit(unit: number): number {
  return unit ^ (foldChanges[unit] as number);
}

/** The same as {@link foldUnit}, and Latin letters as plain ones: Erdős is found as Erdos, Møller as Moller. */
export function plainUnit(unit: number): number {
  return unit ^ (plainChanges[unit] as number);
}

/** Whether a unit is a capital of Latin, Greek or Cyrillic. */
export function isCapital(unit: number): boolean {
  return foldChanges[unit] !== widthChanges[unit];
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
