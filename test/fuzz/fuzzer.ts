import { Session } from 'node:inspector/promises';
import { seededRandom } from '../../src/base/random.js';
import { mutate } from './mutate.js';
import type { Target } from './targets.js';

export interface Finding {
  readonly target: string;
  readonly message: string;
  readonly input: Uint8Array;
}

export interface FuzzResult {
  readonly executions: number;
  readonly corpus: number;
  /** Blocks of code that inputs have reached. */
  readonly blocks: number;
  readonly findings: readonly Finding[];
}

/** An input that takes longer than this has found a trap. */
const SLOW = 3000;
/** Inputs between two looks at the coverage, which cost more than most inputs. */
const BATCH = 20;

/** Blocks of the package that were reached since the last look. */
class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  async start(): Promise<this> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return this;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** True if something new was reached. */
  async look(): Promise<boolean> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const before = this.#seen.size;
    for (const { scriptId, url, functions } of result) {
      if (!url.includes('/dist/')) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0) this.#seen.add(`${scriptId}:${startOffset}:${endOffset}`);
        }
      }
    }
    return this.#seen.size > before;
  }

  stop(): void {
    this.#session.disconnect();
  }
}

async function failureOf(target: Target, input: Uint8Array): Promise<string | undefined> {
  const started = performance.now();
  try {
    await target.run(input);
  } catch (cause) {
    const error = cause as Error;
    if (error.name !== 'RedianError')
      return `${error.name}: ${error.message}\n${error.stack?.split('\n')[1] ?? ''}`;
  }
  const took = performance.now() - started;
  return took > SLOW ? `took ${Math.round(took)} ms` : undefined;
}

/**
 * Runs a target on changed inputs until the time or the executions are over. With `guided`, inputs that reach new code
 * join the corpus (as AFL does, with V8's precise coverage); a finding of each kind is kept once.
 */
export async function fuzz(
  target: Target,
  options: {
    readonly seconds: number;
    readonly executions: number;
    readonly seed: number;
    readonly guided: boolean;
  },
): Promise<FuzzResult> {
  const random = seededRandom(options.seed);
  const corpus = [...target.seeds];
  const findings = new Map<string, Finding>();
  const coverage = options.guided ? await new Coverage().start() : undefined;
  const pick = (): Uint8Array => corpus[Math.floor(random() * corpus.length)] as Uint8Array;
  const attempt = async (input: Uint8Array): Promise<void> => {
    const message = await failureOf(target, input);
    const kind = message?.replace(/\d+/g, '0').slice(0, 160);
    if (message !== undefined && kind !== undefined && !findings.has(kind)) {
      findings.set(kind, { target: target.name, message, input });
    }
  };
  const until = performance.now() + options.seconds * 1000;
  let executions = 0;
  for (const seed of target.seeds) await attempt(seed);
  await coverage?.look();
  while (executions < options.executions && performance.now() < until) {
    const batch = Array.from({ length: BATCH }, () => mutate(pick(), pick(), random, target.limit));
    for (const input of batch) await attempt(input);
    executions += BATCH;
    if (coverage === undefined || !(await coverage.look())) continue;
    // Which of them it was is not asked: all of the batch are near it.
    corpus.push(batch[Math.floor(random() * BATCH)] as Uint8Array, batch[0] as Uint8Array);
  }
  const blocks = coverage?.size ?? 0;
  coverage?.stop();
  return { executions, corpus: corpus.length, blocks, findings: [...findings.values()] };
}
