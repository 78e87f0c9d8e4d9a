import type { Stranger } from './stranger';

/** One way to harm the service, bounded in count and time. */
export interface Kind {
  readonly name: string;
  /** For the table. */
  readonly does: string;
  run(stranger: Stranger): Promise<void>;
}
