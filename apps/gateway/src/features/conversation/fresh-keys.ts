import { Inject, Injectable } from '@nestjs/common';
import { expiryDayOf } from '@warmline/conversation';
import { instant, type ConversationId } from '@warmline/kernel';
import { ConversationKeys } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';

/** Makes the key of a conversation that starts now, for as long as its service keeps words. */
@Injectable()
export class FreshKeys {
  constructor(
    private readonly keys: ConversationKeys,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  make(conversation: ConversationId): ReturnType<ConversationKeys['make']> {
    return this.keys.make(conversation, expiryDayOf(instant(Date.now()), this.service.keepsDays));
  }
}
