export type { Baseline } from './analysis/compared.js';
export type { WholeCounts } from './analysis/terms.js';
export type { ReportOptions } from './build-report.js';
export { buildReport } from './build-report.js';
export type { PreparedReport } from './prepared-report.js';
export { buildPreparedReport } from './prepared-report.js';
export type { HtmlOptions } from './render/html.js';
export { renderHtml } from './render/html.js';
export type { JekyllOptions } from './render/markdown.js';
export { renderJekyll, renderMarkdown } from './render/markdown.js';
export type {
  Block,
  Comparison,
  Figures,
  Inline,
  MoodRow,
  Report,
  ReportWindow,
  Section,
  Source,
  Statement,
  Support,
  TableRow,
  Tally,
  TermRow,
  TopicRow,
  VolumeRow,
  WriterRecord,
} from './report.js';
export type { WriterService } from './writer/ask-writer.js';
export { rewriteReport } from './writer/rewrite-report.js';
