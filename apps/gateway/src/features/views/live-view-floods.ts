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
    const [{ likely, open }, asked] = await Promise.all([
      this.readings.loadFloods(service),
      this.readings.findAskedProofs(service),
    ]);
    const proofs = new Map(asked.map(({ flood, until }) => [flood, { floodId: flood, until }]));
    const openIds = new Set(open.map(({ id }) => id));
    return [
      ...open.map((flood) => ({ ...this.openOf(flood), proof: proofs.get(flood.id) ?? null })),
      ...asked
        .filter(({ flood }) => !openIds.has(flood))
        .map(({ flood, crowd, until }) => ({
          crowd,
          chats: [],
          proof: { floodId: flood, until },
          open: null,
        })),
      ...likely.map(({ crowd, chats }) => ({
        ...{ crowd, proof: null, open: null },
        chats: chats.slice(0, FLOOD_CHATS_MAX),
      })),
    ];
  }

  private openOf({ id, crowd, chats, ...flood }: OpenFlood): Omit<Shown, 'proof'> {
    const { proposedBy, proposedAt, confirmedBy, confirmedAt, asksProof } = flood;
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
        asksProof,
        ticked: chats.filter(({ ticked }) => ticked).map((chat) => chat.id),
        confirmedBy,
        until,
      },
    };
  }
}
