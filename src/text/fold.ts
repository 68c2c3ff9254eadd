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
 * Small letters of the capitals of Latin, Greek and Cyrillic from U+00C0 to U+052F: first, last, /2 for every other one, and
 * how far the small letter is. Written out, as of Unicode 15, since engines know different versions of it and load their
 * tables of it when they are first asked, which takes longer than all the rest of the import.
 */
const capitals =
  'c0-d6:32 d8-de:32 100-12e/2:1 132-136/2:1 139-147/2:1 14a-176/2:1 178:-121 179-17d/2:1 181:210 182-184/2:1 ' +
  '186:206 187:1 189-18a:205 18b:1 18e:79 18f:202 190:203 191:1 193:205 194:207 196:211 197:209 198:1 19c:211 ' +
  '19d:213 19f:214 1a0-1a4/2:1 1a6:218 1a7:1 1a9:218 1ac:1 1ae:218 1af:1 1b1-1b2:217 1b3-1b5/2:1 1b7:219 1b8:1 ' +
  '1bc:1 1c4:2 1c5:1 1c7:2 1c8:1 1ca:2 1cb-1db/2:1 1de-1ee/2:1 1f1:2 1f2-1f4/2:1 1f6:-97 1f7:-56 1f8-21e/2:1 ' +
  '220:-130 222-232/2:1 23a:10795 23b:1 23d:-163 23e:10792 241:1 243:-195 244:69 245:71 246-24e/2:1 370-372/2:1 ' +
  '376:1 37f:116 386:38 388-38a:37 38c:64 38e-38f:63 391-3a1:32 3a3-3ab:32 3cf:8 3d8-3ee/2:1 3f4:-60 3f7:1 3f9:-7 ' +
  '3fa:1 3fd-3ff:-130 400-40f:80 410-42f:32 460-480/2:1 48a-4be/2:1 4c0:15 4c1-4cd/2:1 4d0-52e/2:1';

/** Letters of Latin with accents, by the letter without: capitals and small ones. */
const accented =
  'a: c0-c5 e0-e5 100-105 1cd-1ce 1de-1e1 1fa-1fb 200-203 226-227; c: c7 e7 106-10d; ' +
  'e: c8-cb e8-eb 112-11b 204-207 228-229; i: cc-cf ec-ef 128-12f 1cf-1d0 208-20b; n: d1 f1 143-148 1f8-1f9; ' +
  'o: d2-d6 f2-f6 14c-151 1a0-1a1 1d1-1d2 1ea-1ed 20c-20f 22a-231; u: d9-dc f9-fc 168-173 1af-1b0 1d3-1dc 214-217; ' +
  'y: dd fd ff 176-178 232-233; d: 10e-10f; g: 11c-123 1e6-1e7 1f4-1f5; h: 124-125 21e-21f; I: 130; j: 134-135 1f0; ' +
  'k: 136-137 1e8-1e9; l: 139-13e; r: 154-159 210-213; s: 15a-161 218-219; t: 162-165 21a-21b; w: 174-175; ' +
  'z: 179-17e; æ: 1e2-1e3 1fc-1fd; ʒ: 1ee-1ef; ø: 1fe-1ff';

for (const table of [widthChanges, foldChanges, plainChanges]) {
  for (let unit = 0xff01; unit <= 0xff5e; unit++) change(table, unit, unit - 0xfee0);
  for (const space of [0xa0, 0x3000]) change(table, space, 0x20);
  for (const hyphen of [0x2010, 0x2011, 0x2012, 0x2013, 0xfe63]) change(table, hyphen, 0x2d);
  change(table, 0x2019, 0x27);
}
for (const table of [foldChanges, plainChanges]) {
  for (let unit = 0x41; unit <= 0x5a; unit++) {
    change(table, unit, unit + 0x20);
    change(table, unit + 0xfee0, unit + 0x20);
  }
  for (const run of capitals.split(' ')) {
    const [units, by] = run.split(':') as [string, string];
    eachOf(units, (unit) => change(table, unit, unit + Number(by)));
  }
}
for (const row of accented.split('; ')) {
  for (const units of row.slice(3).split(' '))
    eachOf(units, (unit) => change(plainChanges, unit, row.charCodeAt(0)));
}
for (const space of [0x2002, 0x2003, 0x2009, 0x202f]) change(plainChanges, space, 0x20);
change(plainChanges, 0x2212, 0x2d);
change(plainChanges, 0x2018, 0x27);
for (const dot of [0x30fb, 0x2022, 0x2027]) change(plainChanges, dot, 0xb7);

function change(changes: Uint16Array, unit: number, to: number): void {
  changes[unit] = unit ^ to;
}

/** Every unit of c0, c0-d6 or 100-12e/2. */
function eachOf(units: string, take: (unit: number) => void): void {
  const [range, step = '1'] = units.split('/') as [string, string?];
  const [first, last = first] = range.split('-') as [string, string?];
  const stop = Number.parseInt(last, 16);
  for (let unit = Number.parseInt(first, 16); unit <= stop; unit += Number(step)) take(unit);
}

/** Full-width ASCII to half-width, capitals to small letters, typographic hyphens and apostrophes to the plain ones. */
export function foldUnit(unit: number): number {
  return unit ^ (foldChanges[unit] as number);
}

/** The same as {@link foldUnit}, and Latin letters without their accents: Erdős is found as Erdos. */
export function plainUnit(unit: number): number {
  return unit ^ (plainChanges[unit] as number);
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

function mapUnits(text: string, changes: Uint16Array): string {
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

/** True for Latin, Greek and Cyrillic letters and digits after folding: what a word in those scripts is made of. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x370 && unit <= 0x52f)
  );
}

export function isDigitUnit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Han of the basic block, extension A and the compatibility block. */
export function isHanUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    unit === 0x3007
  );
}
