/** Someone of the staff who can sign in on this deployment. */
export interface DeploymentSignIn {
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
  readonly signInName: string;
  readonly password: string;
}

/** Everything a charity would run, as processes of its own, each link through a fault proxy. */
export interface Deployment {
  /** Of the gateways as people reach them: through the proxies, the same across restarts; no slash at the end. */
  readonly urls: readonly string[];
  /** Straight to Postgres, for the checker only. */
  readonly databaseUrl: string;
  /** Straight to Redis, for the checker only. */
  readonly redisUrl: string;
  /** Every period and deadline of the server is multiplied by this, 0.02 to 1. */
  readonly timeScale: number;
  /** Opens what was sealed, for the checker only. */
  readonly keyringDir: string;
  readonly logDir: string;
  /** Everyone of the staff; all of them are away at first. */
  readonly signIns: readonly DeploymentSignIn[];
  /** Ends every process; resolves when all are gone. */
  stop(): Promise<void>;
}

/** What the nemesis did, for the history. */
export interface NemesisEvent {
  /** Unix time, ms. */
  readonly at: number;
  /** Name of the fault or of its end, as `--faults` takes it: 'sigkill', 'black_hole', 'healed'… */
  readonly what: string;
  /** A process ('gateway 0', 'worker 0', 'postgres', 'redis', 'everything') or a link ('people>gateway 0'). */
  readonly target: string;
  readonly detail?: string;
  /** Whether a process was ended by it. */
  readonly kill: boolean;
}
