import type { Loader } from './load/loader-process';

/** How one of our servers is started, as `npm start` does it. */
export interface Program {
  readonly script: string;
  readonly execArgv: readonly string[];
}

/** What `npm run bench` has prepared on this machine. */
export interface Resources {
  readonly root: string;
  /** Folder for logs and data of this run only. */
  readonly scratch: string;
  /** Address of a database for a superuser. */
  readonly databaseUrlOf: (database: string) => string;
  /** For the baselines. */
  readonly environment: NodeJS.ProcessEnv;
  /** Of a Redis user who may do everything: the bare sides use keys of their own. */
  readonly redisUrl: string;
  readonly environmentOf: (name: 'gateway' | 'worker' | 'migrate', place: Place) => NodeJS.ProcessEnv;
  readonly gateway: Program;
  readonly worker: Program;
  readonly migrate: Program;
  /** Runs `npm start` in a data folder; returns ms until it says that it is ready. */
  readonly npmStart: (dataDir: string) => Promise<number>;
  readonly freePort: () => Promise<number>;
  readonly say: (line: string) => void;
}

export interface Place {
  /** Its address for a superuser; each process connects to it as its own role. */
  readonly database: string;
  readonly port: number;
  readonly prefix: string;
}

/** One run: how long, how often, and who makes the load. */
export interface Session {
  readonly resources: Resources;
  readonly loader: Loader;
  /** Interleaved blocks of each side. */
  readonly blocks: number;
  /** Seconds of one block. */
  readonly seconds: number;
  readonly conversations: number;
  /** Includes measurements of many minutes. */
  readonly isFull: boolean;
  readonly isQuick: boolean;
}
