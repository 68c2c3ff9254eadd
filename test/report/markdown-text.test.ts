import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, safeUrl } from '../../src/report/render/markdown-text.js';

/** Jekyll's own chain, Liquid and then kramdown, over a JSON array of documents. */
const jekyllChain = `
require 'kramdown'; require 'liquid'; require 'json'
puts JSON.generate(JSON.parse(STDIN.read).map { |markdown|
  Kramdown::Document.new(Liquid::Template.parse(markdown).render, input: 'GFM').to_html
})`;

const hasJekyllChain =
  spawnSync('ruby', ['-e', "require 'kramdown'; require 'liquid'; require 'kramdown-parser-gfm'"]).status ===
  0;

function renderAll(documents: readonly string[]): string[] {
  const output = execFileSync('ruby', ['-e', jekyllChain], {
    input: JSON.stringify(documents),
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output.toString()) as string[];
}

const markup = [
  ...[
    'a',
    '中',
    '<script>',
    '{{ x }}',
    '{% raw %}',
    '{:.x}',
    '[^1]',
    '[a](b)',
    '*b*',
    '_c_',
    '__',
    '**',
    '~~',
    '`',
  ],
  ...[
    '```',
    '|',
    '---',
    '- ',
    '1. ',
    '# ',
    '> ',
    '+ ',
    '<!-- ',
    '&lt;',
    '&#x3c;',
    'http://a.b/c_d',
    '"q"',
    "'",
  ],
  ...[
    '...',
    '--',
    '<<',
    '>>',
    '$$',
    '\\',
    '\\\\',
    '!',
    '![',
    '^',
    '{',
    '}',
    '::',
    '*[x]: ',
    '\n',
    '\t',
    ' ',
    ':',
  ],
  ...['=', '==', '(c)', 'a@b.co', '[x]: http://y', '1)', '.', '</div>', '{::nomarkdown}', '[ ]', ';'],
];

function plain(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('escapeMarkdown', () => {
  it.skipIf(!hasJekyllChain)(
    'gives back the very text after Liquid and kramdown, whatever markup it holds',
    () => {
      const texts = fc
        .sample(fc.array(fc.constantFrom(...markup), { minLength: 1, maxLength: 10 }), {
          numRuns: 1500,
          seed: 7,
        })
        .map((pieces) => pieces.join(''))
        .filter((text) => text.trim() !== '');
      const pages = renderAll(
        texts.map((text) => `- ${escapeMarkdown(text)}\n- 前 ${escapeMarkdown(text)} 后`),
      );
      for (const [index, page] of pages.entries()) {
        const text = (texts[index] ?? '').replace(/\s+/g, ' ').trim();
        const items = /^<ul>\s*<li>([\s\S]*)<\/li>\s*<li>前 ([\s\S]*) 后<\/li>\s*<\/ul>\s*$/.exec(page);
        expect(items, page).not.toBeNull();
        expect(plain(items?.[1] ?? '').trim()).toBe(text);
        expect(plain(items?.[2] ?? '').trim()).toBe(text);
      }
    },
  );

  it('drops what would reorder or hide text and replaces lone surrogates', () => {
    expect(escapeMarkdown('a\u202Eb\u200Bc\u2066d\0e')).toBe('abcde');
    expect(escapeMarkdown('x\ud83d y')).toBe('x\ufffd y');
    expect(escapeMarkdown('👩‍💻 好')).toBe('👩‍💻 好');
  });
});

describe('safeUrl', () => {
  it('takes http and https alone', () => {
    expect(safeUrl('https://x.com/a/status/1')).toBe('https://x.com/a/status/1');
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'x.com/a', '', '//x.com']) {
      expect(safeUrl(address), address).toBeUndefined();
    }
  });

  it('lets nothing end the link', () => {
    const url = safeUrl('https://x.com/?q=<a>"\'`{{y}}|(b)[c]*_') ?? '';
    expect(url).not.toMatch(/[<>"'`{}|()[\]*_\s]/);
  });
});
