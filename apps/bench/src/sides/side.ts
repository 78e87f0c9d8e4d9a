import type { Measured } from '../load/jobs';
import type { Felt } from '../probe';
import type { Probed } from './probed';

/** One of the servers that are compared. */
export interface Side {
  readonly name: string;
  /** Its crew of visitors and responders. */
  readonly crew: string;
  readonly server: Probed;
}

export interface Block extends Measured {
  readonly felt: Felt;
}

/** Runs one block of a side, with what its server's probe reports for it. */
export const blockOf = async ({ server }: Side, measure: () => Promise<Measured>): Promise<Block> => {
  await server.begin();
  const measured = await measure();
  return { ...measured, felt: await server.felt() };
};
