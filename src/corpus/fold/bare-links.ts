import { isHostUnit, isTopLevel, shortHosts } from '../../text/hosts.js';
import { endsLink } from './normal-form.js';

const SLASH = 0x2f;
const DOT = 0x2e;
/** Hosts that Twitter writes right behind the last word. */
const glued = ['pic.twitter.com', 'pic.x.com'];

/**
 * A text without its links that have no scheme: t.cn/A6abcde, mp.weixin.qq.com/s/x. O(n) where it has a slash.
 *
 * @param first  where its first slash is, below 0 if it has none.
 */
export function withoutBareLinks(text: string, first = text.indexOf('/')): string {
  let slash = first;
  let rest = '';
  let from = 0;
  while (slash >= 0) {
    const start = hostStart(text, from, slash);
    let end = slash + 1;
    if (start < slash && beginsPath(text.charCodeAt(end))) {
      end = linkEnd(text, end);
      rest += `${text.slice(from, start)} `;
      from = end;
    }
    slash = text.indexOf('/', end);
  }
  return from === 0 ? text : rest + text.slice(from);
}

/** Where the host begins that ends at a slash; `end` if there is none, or one behind a scheme. */
function hostStart(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && (isHostUnit(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === DOT))
    start--;
  if (start === end || (start > from && isPartOfLink(text.charCodeAt(start - 1)))) return end;
  const host = text.slice(start, end);
  const dot = host.lastIndexOf('.');
  if (dot <= 0 || host !== host.toLowerCase()) return end;
  const known = glued.find((name) => host.endsWith(name));
  if (known !== undefined) return end - known.length;
  return isTopLevel(host.slice(dot + 1)) || shortHosts.has(host) ? start : end;
}

/** What a host stands behind in a link with a scheme, an address or a path. */
function isPartOfLink(unit: number): boolean {
  return unit === SLASH || unit === 0x40 || unit === 0x5f;
}

function beginsPath(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f && unit !== SLASH;
}

function linkEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsLink(text.charCodeAt(end))) end++;
  return end;
}
