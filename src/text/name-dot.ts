/** The dots between the parts of a foreign name: 马克·吐温, also written with ・, ‧ and •. */
export function isNameDot(unit: number): boolean {
  return unit === 0xb7 || unit === 0x30fb || unit === 0x2027 || unit === 0x2022;
}

/** Whether a word that begins in Han is a foreign name with a dot. */
export function hasNameDot(word: string): boolean {
  for (let i = 1; i < word.length - 1; i++) if (isNameDot(word.charCodeAt(i))) return true;
  return false;
}

const dots = / ?[·・‧•] ?/g;

/** A name with the dot that is written most and no spaces about it, whichever it has. */
export function withPlainDots(name: string): string {
  return name.replace(dots, '·');
}
