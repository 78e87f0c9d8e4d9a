import { Inject, Injectable } from '@nestjs/common';
import { HelpChannel } from '@warmline/redis';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { ComplaintWords } from './complaint-words';

/** Keeps what someone tells the service about itself. */
@Injectable()
export class MakeComplaint {
  constructor(
    private readonly words: ComplaintWords,
    private readonly changes: Changes,
    private readonly helpChannel: HelpChannel,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** The same id again changes nothing. Supervisors hear of it. Rejects when it was not stored. */
  async make(complaint: string, words: string): Promise<void> {
    const sealed = await this.words.seal(complaint, words);
    await this.changes.commit(async (stores) => {
      const fact = { type: 'complaint_made', service: this.service.id, complaint } as const;
      await stores.complaints.make({ ...fact, at: await stores.now() }, sealed);
    });
    this.helpChannel.notifyGateways();
  }
}
