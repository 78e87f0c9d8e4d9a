import { Injectable } from '@nestjs/common';
import { conversationId, offerId, staffId } from '@warmline/kernel';
import { defineStaffCommands } from '../../socket/commands';
import { AcceptOffer } from './accept-offer';
import { AssignOffer } from './assign-offer';
import { CloseOffer } from './close-offer';

@Injectable()
export class OfferCommands {
  readonly table = defineStaffCommands({
    'offer:accept': {
      permission: 'offer.answer',
      run: ({ person }, payload) => this.accept.acceptOffer(person.staff, offerId(payload.offerId)),
    },
    'offer:decline': {
      permission: 'offer.answer',
      run: ({ person }, payload) =>
        this.close.declineOffer(person.staff, offerId(payload.offerId), payload.muteTopic ?? null),
    },
    'offer:assign': {
      permission: 'queue.arrange',
      run: ({ person }, payload) =>
        this.assign.assignOffer(person, {
          conversation: conversationId(payload.conversationId),
          staff: staffId(payload.staffId),
          aboveCapacity: payload.aboveCapacity,
        }),
    },
  });

  constructor(
    private readonly accept: AcceptOffer,
    private readonly close: CloseOffer,
    private readonly assign: AssignOffer,
  ) {}
}
