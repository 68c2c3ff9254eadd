import type { Block, Report, Section, Source, Statement } from '../../dist/report.js';
import { make, table } from './dom.js';

/** Posts shown behind a statement. */
const SHOWN = 3;

function statementNodes(statement: Statement, sources: ReadonlyMap<string, Source>): Node[] {
  const nodes: Node[] = statement.inlines.map((inline) => {
    if (inline.type === 'strong') return make('strong', {}, inline.text);
    return document.createTextNode(inline.type === 'quote' ? `“${inline.text}”` : inline.text);
  });
  const behind = statement.evidence
    .slice(0, SHOWN)
    .map((id) => sources.get(id))
    .filter((post) => post !== undefined);
  if (behind.length === 0) return nodes;
  const more = statement.support.posts - behind.length;
  nodes.push(
    make(
      'details',
      {},
      make('summary', {}, `依据 ${statement.support.posts} 条`),
      ...behind.map(({ author, site, text }) =>
        make('p', {}, `${author === undefined ? (site ?? '') : `@${author}`} ${text}`),
      ),
      ...(more > 0 ? [make('p', {}, `另有 ${more} 条。`)] : []),
    ),
  );
  return nodes;
}

function blockNode(block: Block, sources: ReadonlyMap<string, Source>): Node {
  switch (block.type) {
    case 'paragraph':
      return make('p', {}, ...block.statements.flatMap((statement) => statementNodes(statement, sources)));
    case 'list':
      return make(
        block.ordered ? 'ol' : 'ul',
        {},
        ...block.items.map((item) =>
          make('li', {}, ...item.flatMap((statement) => statementNodes(statement, sources))),
        ),
      );
    case 'table':
      return table(
        block.header,
        block.rows.map(({ cells }) => cells),
        block.align.flatMap((align, index) => (align === 'right' ? [index] : [])),
      );
    case 'note':
      return make('p', { class: 'soft' }, block.text);
    default:
      return document.createTextNode('');
  }
}

function sectionNodes(section: Section, sources: ReadonlyMap<string, Source>): Node[] {
  const heading = section.level === 2 ? 'h2' : section.level === 3 ? 'h3' : 'h4';
  return [make(heading, {}, section.heading), ...section.blocks.map((block) => blockNode(block, sources))];
}

/** A report as elements; each statement opens to the posts behind it. */
export function reportView(report: Report): HTMLElement {
  const sources = new Map(report.sources.map((source) => [source.id, source]));
  return make(
    'article',
    { class: 'report', lang: 'zh-CN' },
    make('h2', {}, report.headline),
    ...report.sections.flatMap((section) => sectionNodes(section, sources)),
  );
}
