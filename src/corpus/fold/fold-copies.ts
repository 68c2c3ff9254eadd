import { checkNumber, checkOptions, type OptionNames } from '../../base/check.js';
import { hashText, mix32 } from '../../base/hash.js';
import { checkPosts, type Post } from '../post.js';
import { withoutBareLinks } from './bare-links.js';
import { Classes, isSame } from './classes.js';
import { DisjointSets } from './disjoint-sets.js';
import { withoutEmoticons } from './emoticons.js';
import type { FoldedPost } from './folded-post.js';
import { takeFoldingKernel } from './folding-kernel.js';
import { foldGroups } from './groups.js';
import { uniteNear } from './near-copies.js';
import { withoutOutlet } from './outlets.js';
import { commentOf, isCut, type Repost, readRepost } from './repost.js';
import { Room } from './room.js';

/** Options of {@link foldCopies}. */
export interface FoldOptions {
  /** Jaccard similarity of n-grams from which texts are copies, 0.5 to 1. Default 0.7. */
  readonly similarity?: number | undefined;
  /** Shorter texts, in characters that count, are folded only if they are the same. Default 12. */
  readonly shortest?: number | undefined;
}

const foldOptions: OptionNames<FoldOptions> = { similarity: true, shortest: true };

/** Bytes that the tables have for each post, and besides. */
const bytesOfPost = 224;
const bytesOfAll = 2 ** 18;
/** Characters by which a text that was cut is looked up, and how many may begin with them: spam does in thousands. */
const cutPrefix = 16;
const mostWholes = 256;

/** Unites texts that were cut with the one that they are the beginning of; what several begin with may be of any of them. */
function uniteCut(classes: Classes, cut: ReadonlySet<number>, sets: DisjointSets): void {
  if (cut.size === 0) return;
  const { starts, lengths } = classes;
  const { units } = classes.normalizer;
  const keyOf = (index: number): number => {
    let key = 0;
    for (let offset = 0; offset < cutPrefix; offset++) key = mix32(key ^ units[starts[index] + offset]);
    return key;
  };
  const byPrefix = new Map<number, number[]>();
  // By four units of them, which keep most others out for less.
  const opens = new Uint8Array(65536);
  const opening = (index: number): number => {
    const start = starts[index];
    const one = Math.imul(units[start], 0x9e3779b1) ^ Math.imul(units[start + 5], 0x85ebca6b);
    return (one ^ Math.imul(units[start + 10], 0xc2b2ae35) ^ Math.imul(units[start + 15], 0x27d4eb2f)) >>> 16;
  };
  for (const index of cut) {
    if (lengths[index] <= cutPrefix) continue;
    byPrefix.set(keyOf(index), []);
    opens[opening(index)] = 1;
  }
  for (let index = 0; index < classes.count; index++) {
    if (lengths[index] > cutPrefix && opens[opening(index)] === 1 && !cut.has(index))
      byPrefix.get(keyOf(index))?.push(index);
  }
  const found: [cut: number, whole: number][] = [];
  for (const index of cut) {
    if (lengths[index] <= cutPrefix) continue;
    const alike = byPrefix.get(keyOf(index)) ?? [];
    if (alike.length > mostWholes) continue;
    const wholes = alike.filter(
      (whole) =>
        lengths[whole] >= lengths[index] && isSame(units, starts[whole], starts[index], lengths[index]),
    );
    const sole = new Set(wholes.map((whole) => sets.find(whole)));
    if (sole.size === 1) found.push([index, wholes[0]]);
  }
  for (const [index, whole] of found) sets.unite(index, whole);
}

/**
 * Folds reposts (`RT @x:`, `转发微博//@x:`, `repostOf`), exact copies (but for links, mentions at the ends, the
 * outlet that reports, case, width, white space, punctuation, emoji and emoticons, and traditional characters), texts that were cut (`…`) and near copies into one post
 * each, with their engagement summed and their authors collected.
 *
 * Posts that differ in a number, a currency, a Latin name or a word that turns the statement round stay apart, as do
 * those in which one word stands for another anywhere (小米 for 华为, 李强 for 李伟, fell for rose; not 的 for 地), two names
 * change places or one says 网传, 并非 or 吗 besides: these are two facts in one wording. A comment in front of
 * Weibo's `//@x:` is a post of its own.
 *
 * Near copies are found by MinHash over n-grams and locality-sensitive hashing, and each pair is checked by the
 * exact similarity.
 *
 * @param posts  with distinct ids; their order does not matter.
 * @returns by time, then id; posts without a time last. O(n) in characters for what is not spam.
 * @throws {RedianError} INVALID_ARGUMENT if an option is out of its range or a post is not as {@link Post} has it.
 */
export function foldCopies(posts: readonly Post[], options: FoldOptions = {}): FoldedPost[] {
  checkOptions(options, foldOptions);
  const { similarity = 0.7, shortest = 12 } = options;
  checkNumber('similarity', similarity, { min: 0.5, max: 1 });
  checkNumber('shortest', shortest, { min: 2, integer: true });

  checkPosts('posts', posts);
  let units = 0;
  for (let index = 0; index < posts.length; index++) units += posts[index].text.length;
  const bytes = 2 * units + bytesOfPost * posts.length + bytesOfAll;
  const room = new Room(bytes, takeFoldingKernel(Room.bytesWithKernel(bytes)));
  const classes = new Classes(room, posts.length, units);
  const classOfPost = room.int32(posts.length);
  const reposts = new Map<number, Repost>();
  const cut = new Set<number>();
  let hasReferences = false;
  for (let index = 0; index < posts.length; index++) {
    const post = posts[index];
    if (post.repostOf !== undefined) hasReferences = true;
    const { text } = post;
    const repost = mayRepeat(text) ? readRepost(text) : undefined;
    if (repost) reposts.set(index, repost);
    const content = repost?.content ?? text;
    // One look for a slash instead of two: most texts have neither a link nor a quotation.
    const slash = content.indexOf('/');
    const hasSlash = slash >= 0;
    const told = withoutOutlet(withoutEmoticons(hasSlash ? withoutBareLinks(content, slash) : content));
    const comment = hasSlash && !repost ? commentOf(text) : '';
    const salt = comment === '' ? 0 : hashText(comment)[0] | 0;
    let found = classes.classOf(told, salt, index, posts);
    if (classes.lengths[found] === 0) {
      // Nothing but links or signs: only the same text is a copy.
      found = classes.classOf(content, hashText(content.trim())[0] | 1, index, posts);
    }
    classOfPost[index] = found;
    if (isCut(told, hasSlash)) cut.add(found);
  }

  const sets = new DisjointSets(room, classes.count);
  uniteNear(room, classes, sets, similarity, shortest, (index) => {
    const { text } = posts[classes.samples[index]];
    const content = reposts.get(classes.samples[index])?.content ?? text;
    return withoutOutlet(withoutEmoticons(withoutBareLinks(classes.asRead(content, index))));
  });
  uniteCut(classes, cut, sets);
  if (hasReferences) uniteReferences(posts, classOfPost, sets);
  return foldGroups(room, posts, classOfPost, sets, reposts, hasReferences);
}

/** Whether a text may be a repost: a test of one character for nearly all posts. */
function mayRepeat(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x51: // Q
    case 0x71: // q
    case 0x52: // R
    case 0x72: // r
    case 0x8f6c: // 转
    case 0x8f49: // 轉
    case 0x5feb: // 快
    case 0x5b: // [
    case 0x3010: // 【
    case 0x2f: // /
      return true;
    default:
      return false;
  }
}

function uniteReferences(posts: readonly Post[], classOfPost: Int32Array, sets: DisjointSets): void {
  const classById = new Map<string, number>();
  const wanted = new Set<string>();
  for (const { repostOf } of posts) if (repostOf !== undefined) wanted.add(repostOf);
  posts.forEach(({ id }, index) => {
    if (wanted.has(id)) classById.set(id, classOfPost[index]);
  });
  posts.forEach(({ repostOf }, index) => {
    if (repostOf === undefined) return;
    const original = classById.get(repostOf);
    if (original !== undefined) sets.unite(original, classOfPost[index]);
    // Reposts of one post that is not here are copies of each other.
    else classById.set(repostOf, classOfPost[index]);
  });
}
