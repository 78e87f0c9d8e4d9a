import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hasBegun } from '@warmline/conversation';
import { instant, MINUTE } from '@warmline/kernel';
import { RetentionRequestReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { ConversationKeys, isHoldKey, Keyring } from '@warmline/sealing';
import { LOG, type Log } from './log';
import { PeriodicJobs } from './periodic-jobs';

/** Agreed erasures of one look. Two people agree to each, and the next look is seconds later: older ones were forgotten then. */
const ERASURES_MAX = 500;

/**
 * No process keeps in memory what is destroyed on disk: keys of days that have begun, and what they wrap, go as soon as their
 * file is gone. A hint says when to look, and a poll does not need it. Keys of later days are never touched, so a folder that
 * is away for a moment takes no running chat with it. But what they seal is lost with this process, so an operator must hear.
 * The keys of conversations that two people agreed to erase go too: their rows wait for it for ten seconds.
 */
@Injectable()
export class ForgetKeysJob implements OnApplicationBootstrap {
  private lost: readonly string[] = [];
  /** When the log last told of them (ms of this process). */
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly keyring: Keyring,
    private readonly keys: ConversationKeys,
    private readonly hints: Hints,
    private readonly requests: RetentionRequestReadModel,
    private readonly jobs: PeriodicJobs,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether a key in memory, of a day that has not begun, had no file at the last look. */
  get hasLostFile(): boolean {
    return this.lost.length > 0;
  }

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind === 'keys') this.forgetAll().catch(this.jobs.logFailure('keys'));
    });
    this.jobs.start('keys', this.jobs.timers.pagePollInterval, () => this.forgetAll());
  }

  /** What is destroyed on disk, and what is erased before its time. */
  async forgetAll(): Promise<void> {
    await this.forgetDestroyed();
    for (const conversation of await this.requests.findAgreedErasures(ERASURES_MAX))
      this.keys.forget(conversation);
  }

  async forgetDestroyed(): Promise<void> {
    const now = instant(Date.now());
    const names = new Set([...this.keyring.endingInMemory, ...this.keys.wrappersInMemory]);
    const lost: string[] = [];
    for (const name of names) {
      if (await this.keyring.hasFile(name)) continue;
      // The key of a hold goes with its conversation, on any day.
      if (!isHoldKey(name) && !hasBegun(name, now)) {
        lost.push(name);
        continue;
      }
      this.keyring.forget(name);
      this.keys.forgetWrappedBy(name);
    }
    this.lost = lost.sort();
    this.tellLost();
  }

  /** Once a minute, however often it is looked. */
  private tellLost(): void {
    if (!this.hasLostFile || performance.now() - this.toldAt < MINUTE) return;
    this.toldAt = performance.now();
    this.log.error(
      { what: 'keyring', count: this.lost.length },
      `the key files of ${this.lost.join(', ')} are missing: put them back before this process stops`,
    );
  }
}
