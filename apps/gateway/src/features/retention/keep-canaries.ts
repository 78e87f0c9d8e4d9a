import { Injectable } from '@nestjs/common';
import { KeyringCanaryStore } from '@warmline/postgres';
import { Keyring, sealCanary } from '@warmline/sealing';

/**
 * Each day whose key was made gets a canary, also while no process starts for weeks: the check of the keyring at a start, and
 * the check after a destruction, know by it whether the key opens anything.
 */
@Injectable()
export class KeepCanaries {
  constructor(
    private readonly canaries: KeyringCanaryStore,
    private readonly keyring: Keyring,
  ) {}

  async keepAll(): Promise<void> {
    for (const day of await this.canaries.findWithoutCanary(await this.keyring.listDays())) {
      const sealed = await sealCanary(this.keyring, day);
      if (sealed !== null) await this.canaries.saveCanary(day, sealed);
    }
  }
}
