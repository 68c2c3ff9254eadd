import { RedianError } from '../../errors.js';

/** An OpenAI-compatible chat endpoint. */
export interface WriterService {
  /** Address of the API, such as `http://localhost:11434/v1`; `/chat/completions` is added. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; never part of a report or an error. */
  readonly apiKey?: string;
  /** Milliseconds to wait for an answer. Default: 60,000. */
  readonly timeout?: number;
}

/** A longer answer than this many characters is none. */
const LONGEST_ANSWER = 200_000;

const instruction =
  '你是中文新闻编辑。下面的 JSON 列出若干句子，请把每句改得更通顺自然，只调整语序、连接词和标点。' +
  '不得增加、改动或删除任何数字、名称、事实、否定和“传闻”“约”一类限定；形如 ⟦1⟧ 的记号原样保留。' +
  '只回答 JSON：{"sentences":[{"id":0,"text":"……"}]}';

/** Where requests go. @throws {RedianError} INVALID_ARGUMENT for an address that is not http or https. */
export function endpointOf(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new RedianError('INVALID_ARGUMENT', `writer.url: expected an address, got "${address}"`, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RedianError('INVALID_ARGUMENT', `writer.url: expected http or https, got ${url.protocol}`);
  }
  if (!url.pathname.endsWith('/chat/completions')) {
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  }
  return url;
}

function failure(host: string, what: string, cause?: unknown): RedianError {
  return new RedianError('SERVICE', `${host} ${what}`, cause === undefined ? {} : { cause });
}

/**
 * The body up to the limit, read piece by piece, so that an endless one is not kept. It is given up with the signal even
 * where the runtime has lost the tie between the two: Node's fetch holds the signal weakly once the head has come.
 */
async function readBody(response: Response, host: string, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LONGEST_ANSWER) {
      await reader.cancel();
      throw failure(host, `answers with more than ${LONGEST_ANSWER} characters`);
    }
  }
}

/** The sentences of an answer by id; what is no such sentence is left out. */
function sentencesIn(content: string, host: string): Map<number, string> {
  // Models like to wrap JSON in a fence or a sentence.
  const from = content.indexOf('{');
  const to = content.lastIndexOf('}');
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.slice(from, to + 1));
  } catch (cause) {
    throw failure(host, 'answers with what is no JSON', cause);
  }
  const { sentences } = parsed as { sentences?: unknown };
  if (!Array.isArray(sentences)) throw failure(host, 'answers without a list of sentences');
  const found = new Map<number, string>();
  for (const entry of sentences as unknown[]) {
    const { id, text } = (entry ?? {}) as { id?: unknown; text?: unknown };
    if (typeof id === 'number' && typeof text === 'string' && !found.has(id)) found.set(id, text);
  }
  return found;
}

/**
 * Asks for other words for some sentences.
 *
 * @returns the proposals by id; ids without one are missing.
 * @throws {RedianError} SERVICE for an error, an answer that is none, or one that does not come in time.
 */
export async function askWriter(
  service: WriterService,
  sentences: readonly { readonly id: number; readonly text: string }[],
  seed: number,
): Promise<Map<number, string>> {
  const url = endpointOf(service.url);
  const timeout = service.timeout ?? 60_000;
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), timeout);
  let body: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(service.apiKey === undefined ? {} : { authorization: `Bearer ${service.apiKey}` }),
      },
      body: JSON.stringify({
        model: service.model,
        temperature: 0,
        seed,
        messages: [
          { role: 'system', content: instruction },
          { role: 'user', content: JSON.stringify({ sentences }) },
        ],
      }),
    });
    if (!response.ok) throw failure(url.host, `answers with status ${response.status}`);
    body = await readBody(response, url.host, signal);
  } catch (cause) {
    if (cause instanceof RedianError) throw cause;
    if (signal.aborted) throw failure(url.host, `did not answer in ${timeout / 1000} s`);
    throw failure(url.host, 'cannot be reached', cause);
  } finally {
    clearTimeout(timer);
  }
  let content: unknown;
  try {
    const answer = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] };
    content = answer.choices?.[0]?.message?.content;
  } catch (cause) {
    throw failure(url.host, 'answers with what is no JSON', cause);
  }
  if (typeof content !== 'string') throw failure(url.host, 'answers without a message');
  return sentencesIn(content, url.host);
}
