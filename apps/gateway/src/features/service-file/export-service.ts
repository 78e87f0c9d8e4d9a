import { Injectable } from '@nestjs/common';
import { SERVICE_FILE_FORMAT, type ServiceContent } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { ServiceContentReadModel } from '@warmline/postgres';
import { EXPORT_KEY, fingerprintOfSeed, Keyring, signText } from '@warmline/sealing';
import { Changes } from '../../index/changes';
import { WholeSetup } from '../setup';

/**
 * Takes a service out of this deployment, as one signed file: what it has set up, and its people. No conversation, and no figure: an hour
 * may count one visitor.
 */
@Injectable()
export class ExportService {
  constructor(
    private readonly changes: Changes,
    private readonly setup: WholeSetup,
    private readonly content: ServiceContentReadModel,
    private readonly keyring: Keyring,
  ) {}

  /** Of the key that signs here: a person compares it where the file is brought in. */
  async readFingerprint(): Promise<string> {
    return fingerprintOfSeed(await this.keyring.findOrMake(EXPORT_KEY));
  }

  /** That it is taken out is recorded first. */
  async exportFile(person: StaffPrincipal): Promise<string> {
    const { service, staff } = person;
    const stored = await this.changes.commit(async (stores) => {
      await stores.setup.saveExport({ type: 'service_exported', service, staff });
      const lists = await this.setup.readAll(stores, person);
      const { charity } = await stores.charity.lock(service);
      return { madeAt: await stores.now(), charity, lists };
    });
    const { mark: hash } = stored.charity;
    const mark = hash === null ? null : await this.content.findMark(hash);
    const content: ServiceContent = {
      madeAt: stored.madeAt,
      charity: stored.charity,
      mark: mark === null ? null : mark.toString('base64'),
      lists: mutable(stored.lists),
    };
    const seed = await this.keyring.findOrMake(EXPORT_KEY);
    return signText(seed, SERVICE_FILE_FORMAT, `${JSON.stringify(content, null, 1)}\n`);
  }
}

type Lists = ServiceContent['lists'];
const mutable = (lists: Awaited<ReturnType<WholeSetup['readAll']>>): Lists =>
  Object.fromEntries(Object.entries(lists).map(([kind, rows]) => [kind, rows.map((row) => ({ ...row }))]));
