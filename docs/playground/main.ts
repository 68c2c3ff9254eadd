import { byId, make } from './dom.js';
import { examplePosts } from './example.js';
import type { Answer, Request } from './messages.js';
import { show, views } from './views.js';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const text = byId<HTMLTextAreaElement>('text');
const file = byId<HTMLInputElement>('file');
const run = byId<HTMLButtonElement>('run');
const status = byId('status');
const tabs = byId('tabs');
const panel = byId('panel');
const answers = new Map<string, Answer>();

let english = !navigator.language.startsWith('zh');
let chosen: string = 'tokens';
let request = 0;
/** What was read, in the language of the page. */
let reading = (): string => '';
/** The line of the status, said again where the language changes. */
let spoken = (): string => '';
let opened: { readonly name: string; readonly bytes: Uint8Array } | undefined;

const words = (zh: string, en: string): string => (english ? en : zh);

function speak(): void {
  document.documentElement.lang = english ? 'en' : 'zh-CN';
  for (const element of document.querySelectorAll<HTMLElement>('[data-zh]')) {
    element.textContent = words(element.dataset.zh ?? '', element.dataset.en ?? '');
  }
  byId('language').textContent = english ? '中文' : 'EN';
  for (const [index, view] of views.entries()) {
    const tab = tabs.children[index];
    if (tab) tab.textContent = words(view.zh, view.en);
  }
  status.textContent = spoken();
  draw();
}

function say(line: () => string, isBad = false): void {
  spoken = line;
  status.className = isBad ? 'negative' : '';
  status.textContent = line();
}

function draw(): void {
  for (const tab of tabs.querySelectorAll('button')) {
    const selected = tab.dataset.view === chosen;
    tab.setAttribute('aria-selected', String(selected));
    tab.tabIndex = selected ? 0 : -1;
    if (selected) panel.setAttribute('aria-labelledby', tab.id);
  }
  const answer = answers.get(chosen);
  panel.replaceChildren(
    ...(answer === undefined
      ? [make('p', { class: 'soft' }, words('还没有结果。', 'Nothing yet.'))]
      : show(answer, words)),
  );
}

function choose(view: string): void {
  chosen = view;
  draw();
}

function start(): void {
  const bytes = opened?.bytes ?? new TextEncoder().encode(text.value);
  answers.clear();
  draw();
  run.disabled = true;
  say(() => words('正在分析…', 'Working…'));
  const { matches: dark } = matchMedia('(prefers-color-scheme: dark)');
  worker.postMessage({ id: ++request, bytes, dark } satisfies Request);
}

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  if (data.id !== request) return;
  if (data.type === 'error') {
    const { message, empty } = data;
    say(() => (empty ? words(`没有可用的帖子（${message}）`, message) : message), true);
    run.disabled = false;
  } else if (data.type === 'posts') {
    const { read, skipped } = data;
    reading = () =>
      words(`读到 ${read} 条帖子`, `${read} posts read`) +
      (skipped > 0 ? words(`，跳过 ${skipped} 行`, `, ${skipped} rows skipped`) : '');
    say(() => `${reading()}…`);
  } else if (data.type === 'done') {
    const seconds = (data.ms / 1000).toFixed(1);
    say(() => words(`完成：${reading()}，用时 ${seconds} 秒。`, `Done: ${reading()}, ${seconds} s.`));
    run.disabled = false;
  } else {
    answers.set(data.type, data);
    if (data.type === chosen) draw();
  }
});

for (const view of views) {
  const tab = make('button', {
    type: 'button',
    role: 'tab',
    id: `tab-${view.type}`,
    'data-view': view.type,
    'aria-controls': 'panel',
  });
  tab.addEventListener('click', () => choose(view.type));
  tabs.append(tab);
}
tabs.addEventListener('keydown', ({ key }) => {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const at = views.findIndex(({ type }) => type === chosen);
  const next = views[(at + step + views.length) % views.length];
  if (next === undefined) return;
  choose(next.type);
  byId(`tab-${next.type}`).focus();
});

async function open(chosenFile: File | undefined): Promise<void> {
  if (chosenFile === undefined) return;
  opened = { name: chosenFile.name, bytes: new Uint8Array(await chosenFile.arrayBuffer()) };
  text.value = new TextDecoder().decode(opened.bytes.subarray(0, 20_000));
  start();
}
file.addEventListener('change', () => void open(file.files?.[0]));
const input = byId('input');
input.addEventListener('dragover', (event) => {
  event.preventDefault();
  input.classList.add('over');
});
input.addEventListener('dragleave', () => input.classList.remove('over'));
input.addEventListener('drop', (event) => {
  event.preventDefault();
  input.classList.remove('over');
  void open(event.dataTransfer?.files[0]);
});
text.addEventListener('input', () => {
  opened = undefined;
});
run.addEventListener('click', start);
byId('example').addEventListener('click', () => {
  opened = undefined;
  text.value = examplePosts;
  start();
});
byId('language').addEventListener('click', () => {
  english = !english;
  speak();
});

text.value = examplePosts;
speak();
start();
if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
  navigator.serviceWorker.register('./sw.js').catch(() => undefined);
}
