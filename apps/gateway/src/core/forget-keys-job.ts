import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hasBegun } from '@warmline/conversation';
import { instant } from '@warmline/kernel';
import { Hints } from '@warmline/redis';
import { ConversationKeys, Keyring } from '@warmline/sealing';
import { PeriodicJobs } from './periodic-jobs';

/**
 * No process keeps in memory what is destroyed on disk: keys of days that have begun, and what they wrap, go as soon as their
 * file is gone. A hint says when to look, and a poll does not need it. Keys of later days are never touched, so a folder that
 * is away for a moment takes no running chat with it.
 */
@Injectable()
export class ForgetKeysJob implements OnApplicationBootstrap {
  constructor(
    private readonly keyring: Keyring,
    private readonly keys: ConversationKeys,
    private readonly hints: Hints,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind === 'keys') this.forgetDestroyed().catch(this.jobs.logFailure('keys'));
    });
    this.jobs.start('keys', this.jobs.timers.pagePollInterval, () => this.forgetDestroyed());
  }

  async forgetDestroyed(): Promise<void> {
    const now = instant(Date.now());
    const days = new Set([...this.keyring.daysInMemory, ...this.keys.daysInMemory]);
    for (const day of days) {
      if (!hasBegun(day, now) || (await this.keyring.hasFile(day))) continue;
      this.keyring.forget(day);
      this.keys.forgetDay(day);
    }
  }
}
