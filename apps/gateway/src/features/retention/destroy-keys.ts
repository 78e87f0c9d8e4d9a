import { Inject, Injectable } from '@nestjs/common';
import { KeyDayReadModel, UnitOfWork, type DueDay } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { canaryOpens, ConversationKeys, holdKeyOf, Keyring } from '@warmline/sealing';
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
    await failures.collect(() => this.destroyHolds());
    failures.throwAny();
  }

  /** The key of a conversation that was held goes once its rows are gone. Nothing is left then that could say whose it was. */
  private async destroyHolds(): Promise<void> {
    const gone = await this.days.findGone(await this.keyring.listHeld());
    for (const conversation of gone) {
      const name = holdKeyOf(conversation);
      await this.keyring.destroy(name);
      this.keys.forgetWrappedBy(name);
      this.hints.hint({ kind: 'keys' });
      if ((await this.keyring.find(name)) !== null)
        throw new Error('the key of a hold is still there after its destruction');
      await this.work.inTransaction(async (stores) =>
        stores.retention.recordKeys({
          type: 'hold_key_destroyed',
          service: this.service.id,
          at: await stores.now(),
        }),
      );
    }
  }

  private async destroy({ day, canary, destroyedAt }: DueDay): Promise<void> {
    const backSince = (await this.keyring.hasFile(day)) ? destroyedAt : null;
    await this.work.inTransaction((stores) => stores.retention.beginDestruction(day, backSince));
    await this.keyring.destroy(day);
    this.keys.forgetWrappedBy(day);
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
