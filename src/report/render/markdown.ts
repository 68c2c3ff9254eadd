import { checkOptions, type OptionNames } from '../../base/check.js';
import { RedianError } from '../../errors.js';
import { quotedWords, spaceHanAndLatin } from '../language/spacing.js';
import type { Block, Inline, Report, Section, Statement, Supported } from '../report.js';
import { type Footnote, Footnotes, shortTime, signatureOf } from './footnotes.js';
import { frontMatter } from './front-matter.js';
import { escapeMarkdown, safeUrl } from './markdown-text.js';
import { keepEdges } from './plain-text.js';

function reference(statement: Supported, footnotes: Footnotes): string {
  const number = footnotes.number(statement);
  return number === undefined ? '' : `[^${number}]`;
}

function citation({ id, source }: Footnote['shown'][number]): string {
  const url = source?.url === undefined ? undefined : safeUrl(source.url);
  const label = escapeMarkdown(signatureOf(source, id));
  const linked = url === undefined ? label : `[${label}](<${url}>)`;
  const time = source?.time === undefined ? '' : ` ${shortTime(source.time)}`;
  return `${linked}${time}${source === undefined ? '' : `（${escapeMarkdown(id)}）`}`;
}

function renderFootnote({ number, shown, rest }: Footnote): string {
  const tail = rest > 0 ? `；另有 ${rest} 条` : '';
  return `[^${number}]: ${shown.map(citation).join('；')}${tail}。`;
}

function renderInline(inline: Inline): string {
  if (inline.type === 'strong') return `**${escapeMarkdown(spaceHanAndLatin(inline.text))}**`;
  if (inline.type === 'quote') return `“${escapeMarkdown(quotedWords(inline.text))}”`;
  return keepEdges(spaceHanAndLatin(inline.text), escapeMarkdown);
}

function renderStatement(statement: Statement, footnotes: Footnotes): string {
  return statement.inlines.map(renderInline).join('') + reference(statement, footnotes);
}

/** How a picture's file is linked. */
type Link = (file: string) => string;

function renderBlock(block: Block, footnotes: Footnotes, link: Link): string {
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
          return line([first + reference(row, footnotes), ...others]);
        }),
      ].join('\n');
    }
    case 'note':
      return `<small>${escapeMarkdown(spaceHanAndLatin(block.text))}</small>`;
    case 'chart':
      return '';
    case 'image':
      return `![${escapeMarkdown(block.alt)}](${link(block.file)})`;
  }
}

function renderSection(section: Section, footnotes: Footnotes, link: Link): string {
  const heading = `${'#'.repeat(section.level)} ${escapeMarkdown(spaceHanAndLatin(section.heading))}`;
  return [
    heading,
    ...section.blocks.map((block) => renderBlock(block, footnotes, link)).filter((text) => text !== ''),
  ].join('\n\n');
}

function renderBody(report: Report, link: Link): string {
  const footnotes = new Footnotes(report);
  const parts = [
    escapeMarkdown(report.title),
    `# ${escapeMarkdown(spaceHanAndLatin(report.headline))}`,
    ...report.sections.map((section) => renderSection(section, footnotes, link)),
  ];
  const notes = footnotes.list.map(renderFootnote).join('\n');
  return `${parts.join('\n\n')}\n${notes === '' ? '' : `\n${notes}\n`}`;
}

/** The report as Markdown without front matter: headings, footnotes with links to the posts, tables. */
export function renderMarkdown(report: Report): string {
  return renderBody(report, encodeURI);
}

/** How {@link renderJekyll} writes a post. */
export interface JekyllOptions {
  /** Default: `post`. */
  readonly layout?: string | undefined;
  /** Default: the name of the report. */
  readonly title?: string | undefined;
  /**
   * Folder of the pictures from the root of the site, such as `/assets/redian`: they are linked from there with the
   * site's `baseurl`, whatever its permalinks are. Default: beside the post.
   */
  readonly pictures?: string | undefined;
}

const jekyllOptions: OptionNames<JekyllOptions> = { layout: true, title: true, pictures: true };

const folderOfSite = /^(?:\/(?!\.)[\p{L}\p{N} ._-]+)+$/u;

/**
 * The report as a Jekyll post: front matter (layout, title, date, posttime) and Markdown.
 *
 * @throws {RedianError} INVALID_ARGUMENT if `pictures` is no folder from the root of a site.
 */
export function renderJekyll(report: Report, options: JekyllOptions = {}): string {
  checkOptions(options, jekyllOptions);
  const { pictures } = options;
  if (pictures !== undefined && !folderOfSite.test(pictures)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `pictures: expected a folder from the root of the site such as "/assets/redian", got ${JSON.stringify(pictures)}`,
    );
  }
  const front = frontMatter({
    layout: options.layout ?? 'post',
    title: options.title ?? report.name,
    date: report.postTime,
    posttime: report.postTime,
  });
  const link: Link =
    pictures === undefined ? encodeURI : (file) => `{{ '${pictures}/${encodeURI(file)}' | relative_url }}`;
  return `${front}\n${renderBody(report, link)}`;
}
