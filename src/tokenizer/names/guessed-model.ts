import type { TermInfo } from '../../lexicon/term-info.js';
import type { TermFamily, TermLexicon } from '../../lexicon/term-lexicon.js';
import { fold, foldWidth } from '../../text/fold.js';
import { isDigitUnit } from '../../text/unit-kinds.js';
import { LARGE_VARIANTS } from './name-words.js';

/** A date at the end of the id of a model: -20251101, -2026-08-05. */
const DATE = /[ -]+20\d{2}(-?)[01]\d\1[0-3]\d$/u;
const PART = /([ [-]*)([^ [\]-]+)\]?/gu;
/** A version with letters around it: K3, 4o, A22B, 8x7B. */
const VERSION = /^([a-z]{0,2})(\d[\d.]*(?:x\d[\d.]*)?)([a-z]*)$/u;
/** The `.0` of a whole version, and a whole version without it. */
const ZERO = /(\d)\.0(?![\d.])/u;
const WHOLE = /(?<![\d.])([1-9]\d?)(?![\w.])/u;

/**
 * What a name found by its shape stands for, the same for each way to write it, whatever its case, its width and its separators: the
 * family as its maker writes it, the version, the variants. If the dictionary has the model, it is that one.
 *
 * @param behind  what stands behind the family.
 */
export function guessedModel(behind: string, family: TermFamily, terms: TermLexicon): TermInfo {
  const parts = partsOf(foldWidth(behind).replace(/[_\t]/gu, ' ').replace(DATE, ''), family);
  const known = knownModel(family, parts, terms);
  if (known !== undefined) return known;
  // 混元Hy3 is Hy3.
  const own = terms.model(parts.join(' '));
  if (own?.maker !== undefined && own.maker === family.maker) return own;
  // 腾讯混元3 Pro is of Hunyuan 3, which is Hy3; but OLMo 3 is of Olmo all the same.
  const renamed = parts.length > 1 ? knownModel(family, parts.slice(0, 1), terms) : undefined;
  if (renamed !== undefined && familyOf(renamed.canonical, terms)?.family.canonical !== family.canonical)
    return guessedRelease(renamed.canonical, ` ${parts.slice(1).join(' ')}`, renamed.maker, terms);
  // Claude 6 Opus is of the family Claude Opus.
  for (let at = 1; at < parts.length; at++) {
    const inner = terms.family(`${family.canonical} ${parts[at]}`);
    if (inner === undefined) continue;
    const others = parts.filter((_, index) => index !== at);
    return knownModel(inner, others, terms) ?? guess(inner, others);
  }
  return guess(family, parts);
}

/**
 * What a name stands for that goes on behind that of a model.
 *
 * @param head  the name of that model.
 * @param written  what stands behind it.
 */
export function guessedRelease(
  head: string,
  written: string,
  maker: string | undefined,
  terms: TermLexicon,
): TermInfo {
  // 可图大模型2 is Kolors 2.
  const behind = /\p{L}$/u.test(head) && /^\d/u.test(written) ? ` ${written}` : written;
  const found = familyOf(head, terms);
  if (found !== undefined) return guessedModel(head.slice(found.end) + behind, found.family, terms);
  const own = foldWidth(behind).replace(/[_\t]/gu, '-');
  const rest = isDigitUnit(head.charCodeAt(head.length - 1))
    ? own.replace(/^-(\d{1,2})(?![\w.])/u, '.$1')
    : own;
  const name = head + rest.replace(ZERO, '$1');
  return (
    terms.model(name) ??
    terms.model(name.replace(WHOLE, '$1.0')) ?? {
      canonical: name,
      category: 'model',
      guessed: true,
      ...(maker === undefined ? {} : { maker }),
    }
  );
}

/** The longest family that a name begins with, and where it ends. */
function familyOf(
  name: string,
  terms: TermLexicon,
): { readonly family: TermFamily; readonly end: number } | undefined {
  for (let end = name.length; end > 0; end--) {
    const family = terms.family(name.slice(0, end));
    if (family !== undefined) return { family, end };
  }
  return undefined;
}

/** The model of the dictionary, which may write a whole version with `.0` or without it. */
function knownModel(family: TermFamily, parts: readonly string[], terms: TermLexicon): TermInfo | undefined {
  return terms.model(nameOf(family, parts)) ?? terms.model(nameOf(family, parts.map(withZero)));
}

function withZero(part: string): string {
  return part.replace(/^V?[1-9]\d?$/u, '$&.0');
}

function guess(family: TermFamily, versioned: readonly string[]): TermInfo {
  const { chinese, maker } = family;
  const parts = family.whole === '' ? versioned : versioned.map(withZero);
  return {
    canonical: nameOf(family, parts),
    category: 'model',
    guessed: true,
    ...(chinese === undefined ? {} : { chinese: [chinese + parts[0], ...parts.slice(1)].join(' ') }),
    ...(maker === undefined ? {} : { maker }),
  };
}

function nameOf({ canonical, join, joinVariants }: TermFamily, parts: readonly string[]): string {
  const hyphened = join === '-' && parts.some((part) => /\d/u.test(part));
  let name = canonical;
  let versioned = false;
  for (const [index, part] of parts.entries()) {
    const numbered = /\d/u.test(part);
    const joined = !versioned && (hyphened || (index === 0 && numbered));
    name += (joined ? join : joinVariants) + part;
    versioned ||= numbered;
  }
  return name;
}

/** The parts behind a family, as its maker writes them. */
function partsOf(behind: string, family: TermFamily): string[] {
  const parts: string[] = [];
  for (const [, mark, written] of behind.matchAll(PART) as Iterable<[string, string, string]>) {
    const [, leading, digits, trailing] = VERSION.exec(fold(written)) ?? [];
    if (digits === undefined) {
      const variant = variantOf(written.replace(/^\./u, ''), family);
      if (variant === 'Lite' && parts.at(-1) === 'Flash') parts[parts.length - 1] = 'Flash-Lite';
      else parts.push(variant);
      continue;
    }
    // claude-opus-4-5, deepseek-v3-2
    const before = parts.at(-1) ?? '';
    const isFirst = !parts.slice(0, -1).some((part) => /\d/u.test(part));
    if (mark === '-' && isFirst && /^\d{1,2}$/u.test(written) && /^[A-Za-z]{0,2}\d{1,2}$/u.test(before)) {
      parts[parts.length - 1] = `${before}.${written}`;
      continue;
    }
    const isVariant = trailing !== undefined && trailing.length > 2;
    parts.push(
      (family.small.has(leading as string) ? leading : leading?.toUpperCase()) +
        digits.replace(ZERO, '$1') +
        (isVariant ? '' : unitOf(trailing as string)),
    );
    if (isVariant) parts.push(variantOf(written.slice(-trailing.length), family));
  }
  return parts;
}

/** The letters behind the number of a version: 72B, but 4o, 3n and 12Hz. */
function unitOf(letters: string): string {
  if (letters === 'hz') return 'Hz';
  return /^[on]$/u.test(letters) ? letters : letters.toUpperCase();
}

function variantOf(written: string, { small }: TermFamily): string {
  const word = fold(written);
  if (small.has(word)) return word;
  if (word === 'moe') return 'MoE';
  return LARGE_VARIANTS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
