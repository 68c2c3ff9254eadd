import { isHanUnit } from './unit-kinds.js';

/** How many Han characters a text has. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHanUnit(text.charCodeAt(i))) count++;
  return count;
}

/** True if a text has a Han character. */
export function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHanUnit(text.charCodeAt(i))) return true;
  return false;
}

/** True if a text has nothing else; also true of the empty one. */
export function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false;
  return true;
}

/** True if a text begins with a Han character. */
export function startsWithHan(text: string): boolean {
  return text !== '' && isHanUnit(text.charCodeAt(0));
}
