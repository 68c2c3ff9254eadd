import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contenders.js';

/** What is asked of turn.ts: to go through a corpus for some time, or to show what it makes of the first texts. */
export type Order =
  | { readonly what: 'turn'; readonly corpus: number; readonly ms: number }
  | { readonly what: 'show'; readonly corpus: number; readonly count: number };

export interface Turn {
  /** Million UTF-16 units a second of processor time, that of the engine's other threads included. */
  readonly speed: number;
  /** It was stopped before it had been through the corpus once. */
  readonly isTooSlow: boolean;
}

/** A contender that runs in a process of its own. */
export class Runner {
  readonly contender: Contender;
  readonly #child: ChildProcess;

  private constructor(contender: Contender, child: ChildProcess) {
    this.contender = contender;
    this.#child = child;
  }

  /** @throws what the contender says when it cannot be loaded. */
  static async start(contender: Contender): Promise<Runner> {
    const script = fileURLToPath(new URL('turn.ts', import.meta.url));
    const child = fork(script, [contender.id], { execArgv: ['--import', 'tsx'], silent: true });
    const runner = new Runner(contender, child);
    await runner.#answer();
    return runner;
  }

  async turn(corpus: number, ms: number): Promise<Turn> {
    return (await this.#ask({ what: 'turn', corpus, ms })) as Turn;
  }

  /** What it makes of each of the first `count` texts. */
  async show(corpus: number, count: number): Promise<readonly unknown[]> {
    return (await this.#ask({ what: 'show', corpus, count })) as unknown[];
  }

  stop(): void {
    this.#child.disconnect();
  }

  #ask(order: Order): Promise<unknown> {
    this.#child.send(order);
    return this.#answer();
  }

  #answer(): Promise<unknown> {
    const child = this.#child;
    let said = '';
    child.stderr?.on('data', (piece) => {
      said += piece;
    });
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(/^\w*Error: .*$/m.exec(said)?.[0] ?? said));
      child.once('close', ended);
      child.once('message', (message) => {
        child.off('close', ended);
        child.stderr?.removeAllListeners('data');
        resolve(message);
      });
    });
  }
}
