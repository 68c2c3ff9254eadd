export type { PreparedReport, ReportOptions } from './build-report.js';
export { buildPreparedReport, buildReport } from './build-report.js';
export { renderJekyll, renderMarkdown } from './render/markdown.js';
export type {
  Block,
  Inline,
  Report,
  ReportWindow,
  Section,
  Source,
  Statement,
  Support,
  TableRow,
  Tally,
  TermRow,
} from './report.js';
