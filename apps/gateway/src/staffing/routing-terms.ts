import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@warmline/kernel';
import type { ConversationRow } from '@warmline/postgres';
import type { QueueEntry, Terms } from '@warmline/routing';
import { limitsOf, type WellbeingLimits } from '@warmline/wellbeing';
import { SERVICE, type Service } from '../core/service-settings';
import { Timers } from '../core/timers';

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

type Asked = Pick<ConversationRow, 'id' | 'band' | 'enteredAt' | 'language' | 'wants' | 'topics'>;

/** The limits of this service, never looser than the defaults, with spans scaled to this deployment's clock. */
@Injectable()
export class RoutingTerms {
  constructor(
    readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  get limits(): WellbeingLimits {
    return this.timers.wellbeing(limitsOf(this.service.wellbeing ?? {}).limits);
  }

  termsAt(now: Instant): Terms {
    const { heavyTopics } = this.service;
    return { now, limits: this.limits, wishesHold: this.timers.wishesLast, heavyTopics };
  }

  /** A conversation as routing sees it. A language that the service does not offer is ignored. */
  entryOf({ id, band, enteredAt, language, wants, topics }: Asked): QueueEntry {
    const spoken = primary(language);
    const isOffered = this.service.languages.some((offered) => primary(offered) === spoken);
    return {
      conversation: id,
      band,
      enteredAt,
      language: isOffered ? spoken : null,
      wants,
      topics,
    };
  }
}
