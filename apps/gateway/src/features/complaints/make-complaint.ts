import { Inject, Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId, StaffId } from '@warmline/kernel';
import { HelpChannel } from '@warmline/redis';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { ComplaintWords } from './complaint-words';

interface AboutWord {
  readonly service: ServiceId;
  readonly complaint: string;
}
type NewWord =
  | (AboutWord & { readonly type: 'complaint_made' })
  | (AboutWord & { readonly type: 'word_passed_on'; readonly by: StaffId });

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
    await this.keep({ type: 'complaint_made', service: this.service.id, complaint }, words);
  }

  /** What a colleague has to pass on at the end of a shift, with their name. The same id again changes nothing. */
  async passOn({ service, staff: by }: StaffPrincipal, complaint: string, words: string): Promise<void> {
    await this.keep({ type: 'word_passed_on', service, complaint, by }, words);
  }

  private async keep(fact: NewWord, words: string): Promise<void> {
    const sealed = await this.words.seal(fact.complaint, words);
    await this.changes.commit(async (stores) =>
      stores.complaints.make({ ...fact, at: await stores.now() }, sealed),
    );
    this.helpChannel.notifyGateways();
  }
}
