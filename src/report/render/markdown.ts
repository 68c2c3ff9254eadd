import { spaceHanAndLatin } from '../language/spacing.js';
import type { Block, Inline, Report, Section, Source, Statement } from '../report.js';
import { frontMatter } from './front-matter.js';
import { escapeMarkdown, safeUrl } from './markdown-text.js';

/** So many posts a footnote shows; the rest is counted. JSON has them all. */
const POSTS_IN_FOOTNOTE = 3;

/** Numbers footnotes in the order in which statements cite; the same evidence twice is one footnote. */
class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly #notes: string[] = [];
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(sources: readonly Source[]) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
  }

  reference(statement: Pick<Statement, 'support' | 'evidence'>): string {
    if (statement.evidence.length === 0) return '';
    const key = statement.evidence.join('\0');
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(key, number);
      this.#notes.push(`[^${number}]: ${this.#note(statement)}`);
    }
    return `[^${number}]`;
  }

  #note(statement: Pick<Statement, 'support' | 'evidence'>): string {
    const shown = statement.evidence
      .slice(0, POSTS_IN_FOOTNOTE)
      .map((id) => citation(this.#sources.get(id), id));
    const rest = statement.support.posts - shown.length;
    const tail = rest > 0 ? `；另有 ${rest} 条` : '';
    return `${shown.join('；')}${tail}。`;
  }

  toString(): string {
    return this.#notes.join('\n');
  }
}

function citation(source: Source | undefined, id: string): string {
  const name = source?.author !== undefined ? `@${source.author}` : (source?.site ?? `帖子 ${id}`);
  const url = source?.url === undefined ? undefined : safeUrl(source.url);
  const label = escapeMarkdown(name);
  const linked = url === undefined ? label : `[${label}](<${url}>)`;
  const time = source?.time === undefined ? '' : ` ${source.time.slice(5, 16).replace('T', ' ')}`;
  return `${linked}${time}${source === undefined ? '' : `（${escapeMarkdown(id)}）`}`;
}

function renderInline(inline: Inline): string {
  if (inline.type === 'strong') return `**${escapeMarkdown(spaceHanAndLatin(inline.text))}**`;
  if (inline.type === 'quote') return `“${escapeMarkdown(inline.text)}”`;
  return escapeWithEdges(spaceHanAndLatin(inline.text));
}

/** Keeps a space at either end, which escaping trims: inlines are joined as they stand. */
function escapeWithEdges(text: string): string {
  const escaped = escapeMarkdown(text);
  const before = text.startsWith(' ') ? ' ' : '';
  const after = text.length > 1 && text.endsWith(' ') ? ' ' : '';
  return before + escaped + after;
}

function renderStatement(statement: Statement, footnotes: Footnotes): string {
  return statement.inlines.map(renderInline).join('') + footnotes.reference(statement);
}

function renderBlock(block: Block, footnotes: Footnotes): string {
  switch (block.type) {
    case 'paragraph':
      return block.statements.map((statement) => renderStatement(statement, footnotes)).join('');
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : '- ';
          return mark + item.map((statement) => renderStatement(statement, footnotes)).join('');
        })
        .join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rule = block.align.map((align) => (align === 'right' ? '---:' : ':---'));
      return [
        line(block.header.map(escapeMarkdown)),
        line(rule),
        ...block.rows.map((row) => {
          const [first = '', ...others] = row.cells.map((cell) => escapeMarkdown(spaceHanAndLatin(cell)));
          return line([first + footnotes.reference(row), ...others]);
        }),
      ].join('\n');
    }
    case 'note':
      return `<small>${escapeMarkdown(spaceHanAndLatin(block.text))}</small>`;
    case 'image':
      return `![${escapeMarkdown(block.alt)}](${encodeURI(block.file)})`;
  }
}

function renderSection(section: Section, footnotes: Footnotes): string {
  const heading = `${'#'.repeat(section.level)} ${escapeMarkdown(spaceHanAndLatin(section.heading))}`;
  return [heading, ...section.blocks.map((block) => renderBlock(block, footnotes))].join('\n\n');
}

/** The report as Markdown without front matter: headings, footnotes with links to the posts, tables. */
export function renderMarkdown(report: Report): string {
  const footnotes = new Footnotes(report.sources);
  const parts = [
    escapeMarkdown(`${report.title}`),
    `# ${escapeMarkdown(spaceHanAndLatin(report.headline))}`,
    ...report.sections.map((section) => renderSection(section, footnotes)),
  ];
  const notes = footnotes.toString();
  return `${parts.join('\n\n')}\n${notes === '' ? '' : `\n${notes}\n`}`;
}

/** The report as a Jekyll post: front matter (layout, title, date, posttime) and Markdown. */
export function renderJekyll(
  report: Report,
  options: { readonly layout?: string; readonly title?: string } = {},
): string {
  const front = frontMatter({
    layout: options.layout ?? 'post',
    title: options.title ?? report.name,
    date: report.postTime,
    posttime: report.postTime,
  });
  return `${front}\n${renderMarkdown(report)}`;
}
