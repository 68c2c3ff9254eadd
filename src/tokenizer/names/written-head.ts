import { separatorOf } from '../../lexicon/term-key.js';
import { foldUnit, foldWidth } from '../../text/fold.js';
import { isLetterUnit } from '../../text/unit-kinds.js';

/**
 * How a name goes on from `canonical` where an alias says more than it: `AirPods Pro` in AirPods Pro 2, of which AirPods is the
 * canonical name. Case, width and separators are as the canonical name has them, the rest as written; `canonical` if the alias
 * does not begin with it. Where the alias says less (Claude 3.7), so does the name, but for a number that it lacks.
 */
export function writtenHead(written: string, canonical: string): string {
  // grok-code-fast-2 is no release of Grok Code Fast 1.
  if (/\d/u.test(canonical) && !/\d/u.test(written)) return foldWidth(written);
  let at = 0;
  for (let i = 0; i < canonical.length; i++) {
    const unit = foldUnit(canonical.charCodeAt(i));
    if (separatorOf[unit] === 1) continue;
    while (at < written.length && separatorOf[foldUnit(written.charCodeAt(at))] === 1) at++;
    if (at >= written.length) {
      const apart = separatorOf[foldUnit(canonical.charCodeAt(i - 1))] === 1;
      return apart && !/\d/u.test(canonical.slice(i)) ? canonical.slice(0, i - 1) : canonical;
    }
    if (foldUnit(written.charCodeAt(at)) !== unit) return canonical;
    at++;
  }
  if (at >= written.length) return canonical;
  const rest = foldWidth(written.slice(at));
  // iPhone17Pro
  const joined = rest.length > 2 && isLetterUnit(foldUnit(rest.charCodeAt(0)));
  return canonical + (joined && canonical.includes(' ') ? ' ' : '') + rest;
}
