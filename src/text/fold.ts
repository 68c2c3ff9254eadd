/**
 * Folding of UTF-16 units for look-ups. One unit becomes one unit, so that offsets stand.
 *
 * A table holds the bits in which a unit differs from its folded form: what is not folded is 0, and needs neither time at
 * import nor memory.
 */
const widthChanges = new Uint16Array(65536);
for (let unit = 0xff01; unit <= 0xff5e; unit++) change(widthChanges, unit, unit - 0xfee0);
for (const space of [0xa0, 0x3000]) change(widthChanges, space, 0x20);
for (const hyphen of [0x2010, 0x2011, 0x2012, 0x2013, 0xfe63]) change(widthChanges, hyphen, 0x2d);
change(widthChanges, 0x2019, 0x27);

const foldChanges = widthChanges.slice();
const plainChanges = widthChanges.slice();
lowerCase(0x41, 0x5a);
lowerCase(0xc0, 0x24f);
lowerCase(0x370, 0x52f);
lowerCase(0xff21, 0xff3a);
for (const space of [0x2002, 0x2003, 0x2009, 0x202f]) change(plainChanges, space, 0x20);
change(plainChanges, 0x2212, 0x2d);
change(plainChanges, 0x2018, 0x27);
for (const dot of [0x30fb, 0x2022, 0x2027]) change(plainChanges, dot, 0xb7);

function change(changes: Uint16Array, unit: number, to: number): void {
  changes[unit] = unit ^ to;
}

/** Capitals become small letters, and for {@link plainUnit} letters of Latin lose their accents as well. */
function lowerCase(first: number, last: number): void {
  for (let unit = first; unit <= last; unit++) {
    const lower = String.fromCharCode(unit ^ (widthChanges[unit] as number)).toLowerCase();
    if (lower.length === 1) change(foldChanges, unit, lower.charCodeAt(0));
    const small = unit ^ (foldChanges[unit] as number);
    change(
      plainChanges,
      unit,
      unit < 0x250 ? String.fromCharCode(small).normalize('NFD').charCodeAt(0) : small,
    );
  }
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
