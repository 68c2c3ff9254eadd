import { checkNumber, checkString } from '../../base/check.js';
import { RedianError } from '../../errors.js';
import { Tokenizer } from '../../tokenizer/index.js';
import { loadWriterWords } from '../load-field.js';
import type { Block, Inline, Report, Section, Statement, WriterRecord } from '../report.js';
import { mapStatements, statementsOf } from '../statements.js';
import { askWriter, endpointOf, type WriterService } from './ask-writer.js';
import { whyNotSame } from './same-claims.js';

/** Sections whose words are computed or fixed. */
const untouched = new Set(['sources', 'cloud']);
/** Characters of our own words that are worth a rewriting. */
const LEAST_WORDS = 12;

/** A service that fails so often in a row is not asked again. */
const MOST_FAILURES = 2;

/** The statement with what must stay as it is under ⟦n⟧. */
function textOf(statement: Statement): string {
  return statement.inlines
    .map((inline, place) => (inline.type === 'text' ? inline.text : `⟦${place}⟧`))
    .join('');
}

/** A proposal with what stands under ⟦n⟧ in its place again. */
function inlinesOf(text: string, statement: Statement): Inline[] {
  const inlines: Inline[] = [];
  for (const part of text.split(/(⟦\d{1,3}⟧)/)) {
    const kept = /^⟦(\d{1,3})⟧$/.exec(part);
    const inline = kept === null ? undefined : statement.inlines[Number(kept[1])];
    if (inline !== undefined) inlines.push(inline);
    else if (part !== '') inlines.push({ type: 'text', text: part });
  }
  return inlines;
}

function isWorthwhile(statement: Statement): boolean {
  const own = statement.inlines.filter(({ type }) => type === 'text').map(({ text }) => text);
  return statement.evidence.length > 0 && own.join('').length >= LEAST_WORDS;
}

function noteOf({ model, host, accepted, refused, failed }: WriterRecord): Block {
  const parts = [
    `经 ${model}（${host}）改写 ${accepted} 句`,
    refused.length > 0 ? `另有 ${refused.length} 句的改写与事实不符，保留原文` : '',
    failed.length > 0 ? `${failed.length} 节没有得到可用的答复，保留原文` : '',
  ].filter((part) => part !== '');
  return { type: 'note', text: `${parts.join('；')}。引文、数字和名称均未改动。` };
}

/**
 * Has a language model put the report's own sentences into other words, section by section. A proposal stands only if it
 * states what the sentence states and nothing else (same-claims.ts); quotes, evidence and figures stay. Otherwise,
 * and where the service fails, the plain sentence stands, and the report says so in `writer` and in a note.
 *
 * The report then depends on the service: the same posts need not give the same bytes.
 *
 * @throws {RedianError} INVALID_ARGUMENT for a service that is described wrongly; never because it fails.
 */
export async function rewriteReport(report: Report, service: WriterService): Promise<Report> {
  checkString('writer.model', service.model);
  if (service.timeout !== undefined) checkNumber('writer.timeout', service.timeout, { min: 1 });
  const { host } = endpointOf(service.url);
  const [tokenizer, words] = await Promise.all([Tokenizer.load(), loadWriterWords()]);
  const refused: { section: string; proposal: string; reason: string }[] = [];
  const failed: { section: string; reason: string }[] = [];
  let accepted = 0;
  let failures = 0;
  const sections: Section[] = [];
  for (const section of report.sections) {
    const sentences = section.blocks
      .flatMap(statementsOf)
      .map((statement, id) => ({ id, statement, text: textOf(statement) }))
      .filter(({ statement }) => isWorthwhile(statement));
    if (failures === MOST_FAILURES && sentences.length > 0) {
      failed.push({ section: section.id, reason: 'not asked, because the service failed before' });
    }
    if (untouched.has(section.id) || sentences.length === 0 || failures === MOST_FAILURES) {
      sections.push(section);
      continue;
    }
    let proposals: Map<number, string>;
    try {
      proposals = await askWriter(
        service,
        sentences.map(({ id, text }) => ({ id, text })),
        report.made.seed,
      );
    } catch (cause) {
      if (!(cause instanceof RedianError) || cause.code !== 'SERVICE') throw cause;
      failures++;
      failed.push({ section: section.id, reason: cause.message });
      sections.push(section);
      continue;
    }
    failures = 0;
    const changed = new Map<Statement, Statement>();
    for (const { id, statement, text } of sentences) {
      const proposal = proposals.get(id)?.trim();
      if (proposal === undefined || proposal === text) continue;
      const reason = whyNotSame(text, proposal, tokenizer, words);
      if (reason !== undefined) {
        refused.push({ section: section.id, proposal, reason });
        continue;
      }
      accepted++;
      changed.set(statement, { ...statement, inlines: inlinesOf(proposal, statement), rewritten: true });
    }
    const blocks = section.blocks.map((block) =>
      mapStatements(block, (statement) => changed.get(statement) ?? statement),
    );
    sections.push({ ...section, blocks });
  }
  const writer: WriterRecord = { model: service.model, host, accepted, refused, failed };
  return {
    ...report,
    writer,
    sections: sections.map((section) =>
      section.id === 'sources' ? { ...section, blocks: [...section.blocks, noteOf(writer)] } : section,
    ),
  };
}
