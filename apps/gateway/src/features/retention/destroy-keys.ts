import { Inject, Injectable } from '@nestjs/common';
import { KeyDayReadModel, UnitOfWork, type DueDay } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { canaryOpens, ConversationKeys, Keyring } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';
import { Failures } from './failures';

/**
 * Destroys the key of a day that has begun and has no row left. Each step is safe to repeat, so a process that dies between
 * two of them leaves a day that the next run finishes.
 */
@Injectable()
export class DestroyKeys {
  constructor(
    private readonly days: KeyDayReadModel,
    private readonly work: UnitOfWork,
    private readonly keyring: Keyring,
    private readonly keys: ConversationKeys,
    private readonly hints: Hints,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** One day that fails holds up no other. Rejects at the end, with every failure. */
  async destroyDue(): Promise<void> {
    const failures = new Failures();
    for (const day of await this.days.findDue(await this.keyring.listDays()))
      await failures.collect(() => this.destroy(day));
    failures.throwAny();
  }

  private async destroy({ day, canary, destroyedAt }: DueDay): Promise<void> {
    const backSince = (await this.keyring.hasFile(day)) ? destroyedAt : null;
    await this.work.inTransaction((stores) => stores.retention.beginDestruction(day, backSince));
    await this.keyring.destroy(day);
    this.keys.forgetDay(day);
    this.hints.hint({ kind: 'keys' });
    await this.requireGone(day, canary);
    await this.work.inTransaction(async (stores) =>
      stores.retention.finishDestruction({
        type: 'key_destroyed',
        service: this.service.id,
        day,
        at: await stores.now(),
      }),
    );
  }

  /** Reads the disk again. Rejects when a key of the day is found, or its canary opens: then nothing is recorded. */
  private async requireGone(day: string, canary: Buffer | null): Promise<void> {
    const opens = canary !== null && (await canaryOpens(this.keyring, day, canary));
    if (opens || (await this.keyring.find(day)) !== null)
      throw new Error(`the key of ${day} is still there after its destruction`);
  }
}
