import { Injectable } from '@nestjs/common';
import type { ServiceId } from '@warmline/kernel';
import {
  LiveViewReadModel,
  HandoverReadModel,
  type StoredLiveView,
  type StoredHandover,
} from '@warmline/postgres';

/** What a board is made of, as it is stored. */
@Injectable()
export class BoardRows {
  constructor(
    private readonly boards: LiveViewReadModel,
    private readonly handovers: HandoverReadModel,
  ) {}

  async read(
    service: ServiceId,
  ): Promise<StoredLiveView & { readonly handovers: readonly StoredHandover[] }> {
    const [board, handovers] = await Promise.all([
      this.boards.loadLiveView(service),
      this.handovers.loadHandoversOfService(service),
    ]);
    return { ...board, handovers };
  }
}
