import { Injectable } from '@nestjs/common';
import { FLOOD_CHATS_MAX, type LiveView } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { FloodReadModel, type OpenFlood } from '@warmline/postgres';
import { FLOOD_PROPOSED_FOR, FLOOD_UNDO_FOR } from '@warmline/routing';
import { Timers } from '../../core/timers';

type Shown = LiveView['floods'][number];

/** Waiting chats that look like one flood, and what supervisors do about them. */
@Injectable()
export class LiveViewFloods {
  constructor(
    private readonly readings: FloodReadModel,
    private readonly timers: Timers,
  ) {}

  async loadFloods(service: ServiceId): Promise<Shown[]> {
    const { likely, open } = await this.readings.loadFloods(service);
    return [
      ...open.map((flood) => this.openOf(flood)),
      ...likely.map(({ crowd, chats }) => ({ crowd, chats: chats.slice(0, FLOOD_CHATS_MAX), open: null })),
    ];
  }

  private openOf({ id, crowd, chats, ...flood }: OpenFlood): Shown {
    const { proposedBy, proposedAt, confirmedBy, confirmedAt } = flood;
    const until = Math.round(
      confirmedAt === null
        ? proposedAt + this.timers.scaled(FLOOD_PROPOSED_FOR)
        : confirmedAt + this.timers.scaled(FLOOD_UNDO_FOR),
    );
    return {
      crowd,
      chats: chats.map((chat) => chat.id),
      open: {
        floodId: id,
        proposedBy,
        ticked: chats.filter(({ ticked }) => ticked).map((chat) => chat.id),
        confirmedBy,
        until,
      },
    };
  }
}
