import { Inject, Injectable } from '@nestjs/common';
import { ConversationReadModel, HandoverReadModel } from '@warmline/postgres';
import { SERVICE, type Service } from '../../core/service-settings';
import { NextCandidates } from './next-candidates';

/** Looked at in one round, at most, the oldest first: while nobody is free for so many, the queue is the lesser worry. */
const LOOKED = 50;

/** Asks the next person for every handover that asks nobody: people who talk already come before the queue. */
@Injectable()
export class AskNext {
  constructor(
    private readonly stored: HandoverReadModel,
    private readonly views: ConversationReadModel,
    private readonly candidates: NextCandidates,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async round(): Promise<void> {
    for (const unasked of await this.stored.findUnasked(this.service.id, LOOKED)) {
      const row = await this.views.findConversation(unasked.conversation);
      if (row !== null) await this.candidates.ask(unasked, row);
    }
  }
}
