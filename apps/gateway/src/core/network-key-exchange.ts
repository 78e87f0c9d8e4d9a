import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@warmline/kernel';
import { NetworkKeyChannel, type NetworkKeyNotice } from '@warmline/redis';
import { ClientNetwork } from './client-network';
import type { NetworkNames } from './network-prefix';
import { PeriodicJobs } from './periodic-jobs';

/** How often a gateway says which key it has, in case a notice was lost (ms). */
const TOLD_EVERY = MINUTE;

/**
 * What this gateway answers another: it asks for a key that it should use, and tells its own where that is the one to use. A
 * told key is never answered, so two gateways cannot go on answering each other.
 */
export const answerTo = (names: NetworkNames, notice: NetworkKeyNotice): NetworkKeyNotice | null => {
  const { inUse } = names;
  if (notice.kind === 'key') {
    names.use(notice);
    return null;
  }
  if (notice.id === inUse.id) return notice.kind === 'ask' ? { kind: 'key', ...inUse } : null;
  if (notice.kind === 'ask') return null;
  return names.isToUse(notice) ? { kind: 'ask', id: notice.id } : { kind: 'key', ...inUse };
};

/** Gateways name networks alike, so that a flood over all of them looks like one. Without Redis each names them by itself. */
@Injectable()
export class NetworkKeyExchange implements OnApplicationBootstrap {
  private readonly names: NetworkNames;

  constructor(
    networks: ClientNetwork,
    private readonly channel: NetworkKeyChannel,
    private readonly jobs: PeriodicJobs,
  ) {
    this.names = networks.names;
  }

  onApplicationBootstrap(): void {
    this.channel.listen(
      (notice) => {
        const answer = answerTo(this.names, notice);
        if (answer !== null) this.channel.tell(answer);
      },
      () => this.tellOwn(),
    );
    this.jobs.start('network key', TOLD_EVERY, () => Promise.resolve(this.tellOwn()));
  }

  /** A key is let go of in time, also while nobody comes. */
  private tellOwn(): void {
    this.names.rotate();
    const { id, since } = this.names.inUse;
    this.channel.tell({ kind: 'has', id, since });
  }
}
