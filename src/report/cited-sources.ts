import type { TimeZone } from '../corpus/index.js';
import type { AnalysedPost } from './analysis/analysed-post.js';
import type { Block, Figures, Section, Source, Supported } from './report.js';
import { statementsOf } from './statements.js';

function supportedIn(block: Block): readonly Supported[] {
  return block.type === 'table' ? block.rows : statementsOf(block);
}

/** The posts that some statement, row or figure cites, in the order of the posts. */
export function citedSources(
  posts: readonly AnalysedPost[],
  sections: readonly Section[],
  figures: Figures,
  zone: TimeZone,
): Source[] {
  const said = sections.flatMap(({ blocks }) => blocks.flatMap(supportedIn));
  const cited = new Set([...said, ...figures.topics, ...figures.moods].flatMap(({ evidence }) => evidence));
  return posts
    .filter(({ id }) => cited.has(id))
    .map((post) => ({
      id: post.id,
      text: post.text,
      copies: post.copies,
      ...(post.author === undefined ? {} : { author: post.author }),
      ...(post.url === undefined ? {} : { url: post.url }),
      ...(post.site === undefined ? {} : { site: post.site }),
      ...(post.createdAt === undefined ? {} : { time: zone.isoOf(post.createdAt) }),
    }));
}
