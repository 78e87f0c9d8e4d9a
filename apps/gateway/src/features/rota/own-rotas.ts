import { Inject, Injectable } from '@nestjs/common';
import type { OwnRota, ShiftSwapView, Swaps } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { RotaReadModel, UnitOfWork, type SwapRow } from '@warmline/postgres';
import { trainingStatus } from '@warmline/wellbeing';
import { SERVICE, type Service } from '../../core/service-settings';

const viewOf = (row: SwapRow, staff: StaffId | null): ShiftSwapView => {
  const { id, state, by, of, beginsAt, endsAt, backBeginsAt, backEndsAt, askedAt } = row;
  const roles = { [row.byId]: 'asked', [row.ofId]: 'answers' } as const;
  return {
    id,
    state,
    by,
    of,
    mine: staff === null ? null : (roles[staff] ?? null),
    given: { beginsAt, endsAt },
    back:
      backBeginsAt === null || backEndsAt === null ? null : { beginsAt: backBeginsAt, endsAt: backEndsAt },
    askedAt,
  };
};

/** What a person is shown of the rota. */
@Injectable()
export class OwnRotas {
  constructor(
    private readonly rota: RotaReadModel,
    private readonly work: UnitOfWork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async readOwn({ service, staff }: Pick<StaffPrincipal, 'service' | 'staff'>): Promise<OwnRota> {
    const [people, records, needed, swaps, now] = await Promise.all([
      this.rota.loadAlike(service, staff),
      this.rota.loadTraining(staff),
      this.rota.loadNeededModules(service),
      this.rota.loadSwaps(service, staff),
      this.work.inTransaction((stores) => stores.now()),
    ]);
    return {
      zone: this.service.timeZone,
      shifts: people.filter(({ id }) => id === staff).flatMap(({ shifts }) => [...shifts]),
      training: trainingStatus(records, now, needed),
      colleagues: people
        .filter(({ id }) => id !== staff)
        .map(({ id, name, shifts }) => ({ id, name, shifts: [...shifts] })),
      swaps: swaps.map((row) => viewOf(row, staff)),
    };
  }

  /** All swaps of the service, for supervisors. */
  async readSwaps({ service }: StaffPrincipal): Promise<Swaps> {
    const swaps = await this.rota.loadSwaps(service, null);
    return { zone: this.service.timeZone, swaps: swaps.map((row) => viewOf(row, null)) };
  }
}
