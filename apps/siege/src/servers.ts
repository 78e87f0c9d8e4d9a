/** A process of the siege. tools/dev starts it, and stops it however the siege ends. */
export interface ProcessSpec {
  readonly name: string;
  readonly logFile: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  hasEnded(): boolean;
  readonly ended: Promise<string>;
}

/** A Postgres and a Redis of this siege only, and the means to start the product on them. apps/siege/run makes it. */
export interface Servers {
  readonly logDir: string;
  readonly signInsFile: string;
  /** Measures how slow the machine is: a line of JSON a second in its log. */
  readonly metronome: ProcessSpec;
  freePort(): Promise<number>;
  gateway(port: number, more: Readonly<Record<string, string>>): ProcessSpec;
  worker(more: Readonly<Record<string, string>>): ProcessSpec;
  migrate(more: Readonly<Record<string, string>>): Promise<void>;
  spawn(spec: ProcessSpec): Promise<Child>;
  /** Resolves when the gateway on this port is ready; rejects when a process ends before. */
  waitUntilReady(port: number, children: readonly Child[]): Promise<void>;
  stop(child: Child): Promise<void>;
}
