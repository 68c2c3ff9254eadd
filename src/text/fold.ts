/**
 * Folding of UTF-16 units for look-ups: full-width ASCII to half-width, capitals to small letters, typographic
 * hyphens and apostrophes to the plain ones. One unit becomes one unit, so that offsets stand.
 */
export const foldOf = new Uint16Array(65536);
/** The same without change of case. */
export const widthOf = new Uint16Array(65536);

for (let unit = 0; unit < 65536; unit++) {
  foldOf[unit] = unit;
  widthOf[unit] = unit;
}
for (let unit = 0xff01; unit <= 0xff5e; unit++) widthOf[unit] = unit - 0xfee0;
widthOf[0x3000] = 0x20;
widthOf[0xa0] = 0x20;
for (const hyphen of [0x2010, 0x2011, 0x2012, 0x2013, 0xfe63]) widthOf[hyphen] = 0x2d;
widthOf[0x2019] = 0x27;
for (let unit = 0; unit < 65536; unit++) foldOf[unit] = widthOf[unit] as number;
for (const [first, last] of [
  [0x41, 0x5a],
  [0xc0, 0x24f],
  [0x370, 0x52f],
] as const) {
  for (let unit = first; unit <= last; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) foldOf[unit] = lower.charCodeAt(0);
  }
}
for (let unit = 0xff21; unit <= 0xff3a; unit++) foldOf[unit] = unit - 0xfee0 + 0x20;

/** The same as {@link foldOf}, and Latin letters without their accents: Erdős is found as Erdos. */
export const plainOf = foldOf.slice();
for (let unit = 0xc0; unit < 0x250; unit++) {
  plainOf[unit] = String.fromCharCode(foldOf[unit] as number)
    .normalize('NFD')
    .charCodeAt(0);
}
for (const space of [0x2002, 0x2003, 0x2009, 0x202f]) plainOf[space] = 0x20;
plainOf[0x2212] = 0x2d;
plainOf[0x2018] = 0x27;
for (const dot of [0x30fb, 0x2022, 0x2027]) plainOf[dot] = 0xb7;

/** A text folded unit by unit: same length as the text. O(n). */
export function fold(text: string): string {
  return mapUnits(text, foldOf);
}

/** Full-width forms folded, case kept. */
export function foldWidth(text: string): string {
  return mapUnits(text, widthOf);
}

function mapUnits(text: string, map: Uint16Array): string {
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = map[unit] as number;
    if (to === unit) continue;
    folded += text.slice(from, i) + String.fromCharCode(to);
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
