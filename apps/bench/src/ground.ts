import type { Loader } from './load/loader-process';

/** How a server of ours is started, as `npm start` does it. */
export interface Program {
  readonly script: string;
  readonly execArgv: readonly string[];
}

/** What the machine's side of `npm run bench` has prepared. */
export interface Ground {
  readonly root: string;
  /** For logs and data of this run only. */
  readonly scratch: string;
  /** Of a superuser, without a database. */
  readonly databaseUrlOf: (database: string) => string;
  /** For programs that are not ours. */
  readonly environment: NodeJS.ProcessEnv;
  readonly environmentOf: (place: Place) => NodeJS.ProcessEnv;
  readonly gateway: Program;
  readonly worker: Program;
  readonly migrate: Program;
  /** Sets `npm start` up in a data folder, or finds it set up; answers with ms until it says it is ready. */
  readonly npmStart: (dataDir: string) => Promise<number>;
  readonly freePort: () => Promise<number>;
  readonly say: (line: string) => void;
}

export interface Place {
  readonly database: string;
  readonly port: number;
  readonly prefix: string;
}

/** One run: how long, how often, and who makes the load. */
export interface Session {
  readonly ground: Ground;
  readonly loader: Loader;
  /** Interleaved blocks of each side. */
  readonly blocks: number;
  /** Seconds of one block. */
  readonly seconds: number;
  readonly conversations: number;
  /** Also what takes many minutes. */
  readonly isFull: boolean;
  readonly isQuick: boolean;
}
