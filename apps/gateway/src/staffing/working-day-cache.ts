import { Injectable } from '@nestjs/common';
import type { StaffId } from '@warmline/kernel';
import { WorkingDayReadModel, type StoredResponder } from '@warmline/postgres';
import { Timers } from '../core/timers';

interface Known {
  readonly responder: StoredResponder;
  readonly version: number;
  /** By this process's steady clock (ms). */
  readonly readAt: number;
}

/**
 * Working days, at most a few seconds old, and read again where a person's version has changed. They serve proposals only: a
 * match considers everyone who is free, which may be hundreds, and an offer is checked in Postgres under the lock.
 */
@Injectable()
export class WorkingDayCache {
  private readonly known = new Map<StaffId, Known>();

  constructor(
    private readonly days: WorkingDayReadModel,
    private readonly timers: Timers,
  ) {}

  /** Never older than one interval of the worker. Forgets everyone else. */
  async loadDays(staff: readonly StaffId[]): Promise<StoredResponder[]> {
    const versions = await this.days.loadVersions(staff);
    const since = performance.now() - this.timers.workerInterval;
    for (const [id, { version, readAt }] of this.known)
      if (versions.get(id) !== version || readAt < since) this.known.delete(id);
    await this.read(versions);
    return staff.flatMap((id) => this.known.get(id)?.responder ?? []);
  }

  forget(staff: Iterable<StaffId>): void {
    for (const id of staff) this.known.delete(id);
  }

  /** A version that was read before the day is never newer than it. */
  private async read(versions: ReadonlyMap<StaffId, number>): Promise<void> {
    const unknown = [...versions.keys()].filter((id) => !this.known.has(id));
    const readAt = performance.now();
    for (const responder of await this.days.loadWorkingDays(unknown)) {
      const version = versions.get(responder.staff);
      if (version !== undefined) this.known.set(responder.staff, { responder, version, readAt });
    }
  }
}
