import type { ServiceId } from '@warmline/kernel';
import type { UnitOfWork } from '@warmline/postgres';
import { checkMainKeys, type Keyring } from '@warmline/sealing';

/** Told how far a re-wrap is, after each key. */
export type Progress = (done: number, all: number) => void;

type Kind = 'file' | 'pkcs11' | 'none';
const kindOf = (place: string | null): Kind => {
  if (place === null) return 'none';
  return place.startsWith('file:') ? 'file' : 'pkcs11';
};

/**
 * Changes the main key of a keyring. Each step is safe to repeat: a run that was killed is finished by the next. It works while
 * gateways and workers run, since they read the list of main keys whenever they need a key that is not in memory.
 */
export class RotateKeys {
  constructor(
    private readonly keyring: Keyring,
    private readonly work: UnitOfWork,
    /** Null before the first service is set up: then nothing has to be recorded. */
    private readonly service: ServiceId | null,
  ) {}

  /**
   * From now on this main key wraps what is made; null: nothing does. It is made where there is none. The one before is kept as a
   * former one. Rejects with MainKeyUnavailable, and changes nothing, when it cannot be used.
   *
   * @returns whether the key was made
   */
  async setMainKey(place: string | null): Promise<boolean> {
    const { mainKeys } = this.keyring;
    const isMade = place !== null && (await mainKeys.make(place));
    if (place !== null) await mainKeys.open(place);
    const { current, former } = await mainKeys.load();
    if (current === place) return isMade;
    const kept = [...(current === null ? [] : [current]), ...former];
    // Recorded first: a change without a record must not be.
    await this.record({ type: 'main_key_set', kind: kindOf(place) });
    await mainKeys.save({ current: place, former: [...new Set(kept)].filter((one) => one !== place) });
    return isMade;
  }

  /**
   * Wraps every key by the main key of now. Keys that are made during this are wrapped by it already.
   *
   * @returns how many it wrapped
   */
  async rewrapAll(progress: Progress): Promise<number> {
    const names = await this.keyring.listNames();
    let count = 0;
    try {
      for (const [place, name] of names.entries()) {
        if (await this.keyring.rewrap(name)) count += 1;
        progress(place + 1, names.length);
      }
    } finally {
      if (count > 0) await this.record({ type: 'keys_rewrapped', count });
    }
    return count;
  }

  /** Takes former main keys that nothing needs any more off the list. They are then the operator's to destroy. @returns which */
  async forgetFormer(): Promise<readonly string[]> {
    const { unneeded } = await checkMainKeys(this.keyring);
    const { current, former } = await this.keyring.mainKeys.load();
    // Recorded first, as a change is.
    if (unneeded.length > 0) await this.record({ type: 'main_key_forgotten', count: unneeded.length });
    await this.keyring.mainKeys.save({
      current,
      former: former.filter((place) => !unneeded.includes(place)),
    });
    return unneeded;
  }

  private async record(
    fact:
      { type: 'main_key_set'; kind: Kind } | { type: 'keys_rewrapped' | 'main_key_forgotten'; count: number },
  ): Promise<void> {
    const { service } = this;
    if (service === null) return;
    await this.work.inTransaction(async (stores) =>
      stores.retention.recordKeys({ ...fact, service, at: await stores.now() }),
    );
  }
}
