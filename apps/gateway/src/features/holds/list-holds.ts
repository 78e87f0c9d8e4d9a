import { Injectable } from '@nestjs/common';
import { HOLDS_MOST, type Holds } from '@warmline/contracts';
import { HOLD_REVIEW_EVERY, RETENTION_REQUEST_FOR } from '@warmline/conversation';
import { mayEver, permissionRolesOf, type StaffPrincipal } from '@warmline/identity';
import { RetentionRequestReadModel } from '@warmline/postgres';

/** What is held, and what waits for a second person. Nothing that was written is opened. */
@Injectable()
export class ListHolds {
  constructor(private readonly stored: RetentionRequestReadModel) {}

  async list(principal: StaffPrincipal): Promise<Holds> {
    const { service, staff } = principal;
    const [requests, holds] = await Promise.all([
      this.stored.loadOpen(service),
      this.stored.loadHeld(service, HOLDS_MOST),
    ]);
    return {
      mayDecide: mayEver('hold.decide', permissionRolesOf(principal)),
      requests: requests.map(({ askedBy, askedByName, ...request }) => ({
        ...request,
        askedBy: askedByName,
        isOwn: askedBy === staff,
        lapsesAt: request.askedAt + RETENTION_REQUEST_FOR,
      })),
      holds: holds.map(({ askedByName, agreedByName, reviewedAt, ...hold }) => ({
        ...hold,
        askedBy: askedByName,
        agreedBy: agreedByName,
        reviewBy: reviewedAt + HOLD_REVIEW_EVERY,
      })),
    };
  }
}
