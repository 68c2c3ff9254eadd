import type { Report, Section } from '../report/index.js';
import type { Supported } from '../report/report.js';
import { statementsOf } from '../report/statements.js';
import { formatCsv } from './csv.js';

const columns = ['section', 'text', 'posts', 'authors', 'engagement', 'evidence', 'url'] as const;

interface Row extends Supported {
  readonly text: string;
}

function rowsOf(section: Section): Row[] {
  return section.blocks.flatMap((block): Row[] => {
    if (block.type === 'table') {
      return block.rows.map(({ cells, support, evidence }) => ({
        text: cells.join(' | '),
        support,
        evidence,
      }));
    }
    return statementsOf(block).map(({ inlines, support, evidence }) => ({
      text: inlines.map((inline) => (inline.type === 'quote' ? `“${inline.text}”` : inline.text)).join(''),
      support,
      evidence,
    }));
  });
}

/**
 * Every statement and row of a report as a line of CSV, with the ids of its posts and the address of the first: for
 * spreadsheets, which it is safe to open in, and which read its UTF-8 by the mark in front.
 */
export async function formatReportCsv(report: Report): Promise<string> {
  const urls = new Map(report.sources.map(({ id, url }) => [id, url]));
  const rows = report.sections.flatMap((section) =>
    rowsOf(section).map(({ text, support, evidence }) => [
      section.heading,
      text,
      support.posts,
      support.authors,
      support.engagement,
      evidence.join(' '),
      evidence.map((id) => urls.get(id)).find((url) => url !== undefined) ?? '',
    ]),
  );
  return formatCsv(columns, rows, true);
}
