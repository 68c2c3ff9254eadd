import type { Block, Statement } from './report.js';

/** The statements of a block; a table, a remark and a picture have none. */
export function statementsOf(block: Block): readonly Statement[] {
  if (block.type === 'paragraph') return block.statements;
  return block.type === 'list' ? block.items.flat() : [];
}

/** The block with other statements in the place of its own. */
export function mapStatements(block: Block, change: (statement: Statement) => Statement): Block {
  if (block.type === 'paragraph') return { ...block, statements: block.statements.map(change) };
  if (block.type === 'list') return { ...block, items: block.items.map((item) => item.map(change)) };
  return block;
}
