/** A process of the storm. tools/dev starts it, lists it in children.json and stops it however the storm ends. */
export interface ProcessSpec {
  readonly name: string;
  readonly logFile: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Child {
  readonly pid: number;
  hasEnded(): boolean;
  /** Resolves to how it ended: 'exit code 1', 'signal SIGKILL'. */
  readonly ended: Promise<string>;
}

/** Postgres or Redis, running. */
export interface ResourceServer {
  readonly spec: ProcessSpec;
  readonly child: Child;
  readonly port: number;
}

export type Environment = Readonly<Record<string, string>>;

/** Two servers for one storm, with the means to start gateways and workers on them. apps/storm/run makes it. */
export interface Resources {
  /** Of this storm only. */
  readonly dir: string;
  readonly logDir: string;
  readonly keyringDir: string;
  /** For the storm itself, which looks at everything and breaks everything. Its processes have users of their own. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly postgres: ResourceServer;
  readonly redis: ResourceServer;
  /** Measures beside the storm how slow the machine is. */
  readonly metronome: ProcessSpec;
  freePort(): Promise<number>;
  /** `more` comes on top of what `npm start` gives its gateway. */
  gateway(port: number, more: Environment): ProcessSpec;
  worker(more: Environment): ProcessSpec;
  /** Shapes the database and sets up the service with the staff of a file. */
  migrate(more: Environment): Promise<void>;
  spawn(spec: ProcessSpec): Promise<Child>;
  /** Ends every process; nothing can be started afterwards. */
  stopAll(): Promise<void>;
}
