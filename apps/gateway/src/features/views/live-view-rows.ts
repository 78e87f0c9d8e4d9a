import { Injectable } from '@nestjs/common';
import type { ServiceId } from '@warmline/kernel';
import { Boards, StoredHandovers, type StoredBoard, type StoredHandover } from '@warmline/postgres';

/** What a board is made of, as it is stored. */
@Injectable()
export class BoardRows {
  constructor(
    private readonly boards: Boards,
    private readonly handovers: StoredHandovers,
  ) {}

  async read(service: ServiceId): Promise<StoredBoard & { readonly handovers: readonly StoredHandover[] }> {
    const [board, handovers] = await Promise.all([
      this.boards.read(service),
      this.handovers.ofService(service),
    ]);
    return { ...board, handovers };
  }
}
