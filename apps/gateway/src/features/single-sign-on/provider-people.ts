import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  isLive,
  nameOfNewcomer,
  NEWCOMERS_MOST,
  signInNameOfNewcomer,
  type StaffPrincipal,
  type ToldAccess,
} from '@warmline/identity';
import { staffId, type StaffId } from '@warmline/kernel';
import { UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { SERVICE, type Service } from '../../core/service-settings';
import type { Recognised } from './identity-provider';

/** Which person here an account of the provider opens, and who asks for one by signing in there. */
@Injectable()
export class ProviderPeople {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /**
   * Whether an account waits for them, from now on or before. It is not active: two people decide. `told`: what the provider says
   * they are; null where it gives them no role.
   */
  async ask({ issuer, subject, claims }: Recognised, told: ToldAccess | null): Promise<boolean> {
    const { id: service, providerAccounts = false } = this.service;
    return this.work.inTransaction(async (stores) => {
      const { providerIdentities } = stores;
      const holder = await providerIdentities.findStaff({ issuer, subject });
      if (holder !== null) return this.isNewcomerHere(stores, holder);
      if (!providerAccounts || told === null) return false;
      const since = await providerIdentities.lockNewcomers(service, { issuer, subject });
      if (since !== null) return this.isNewcomerHere(stores, since);
      if ((await providerIdentities.countNewcomers(service)) >= NEWCOMERS_MOST) return false;
      const [signInName, name] = [signInNameOfNewcomer(claims), nameOfNewcomer(claims)];
      await providerIdentities.addNewcomer(
        { type: 'account_asked', service, staff: staffId(uuid()) },
        { issuer, subject, signInName, name, told },
      );
      return true;
    });
  }

  async findHolder({ issuer, subject }: Recognised): Promise<StaffId | null> {
    return this.work.inTransaction(async (stores) => {
      const holder = await stores.providerIdentities.findStaff({ issuer, subject });
      return holder === null ? null : ((await this.findHere(stores, holder))?.id ?? null);
    });
  }

  /** What the provider says of their roles is noted, and changes none. */
  async findPerson(
    { issuer, subject }: Recognised,
    told: ToldAccess | null | 'absent',
  ): Promise<StaffRow | null> {
    return this.work.inTransaction(async (stores) => {
      const id = await stores.providerIdentities.findStaff({ issuer, subject });
      const row = id === null ? null : await this.findHere(stores, id);
      if (row?.active !== true) return null;
      if (told !== 'absent') await stores.providerIdentities.noteTold(row.id, told);
      return row;
    });
  }

  /** Null once it is linked. Only while the session that asked for it goes on. */
  async link(
    { staff, session }: Pick<StaffPrincipal, 'staff' | 'session'>,
    { issuer, subject }: Recognised,
  ): Promise<'over' | 'taken' | null> {
    return this.work.inTransaction(async (stores) => {
      const row = await stores.staff.lock(staff);
      const [at, open] = [await stores.now(), await stores.staff.findOpenSessions(staff)];
      const isOpen = open.some((one) => one.id === session && isLive(one, at));
      if (row?.active !== true || !isOpen) return 'over';
      const fact = { type: 'identity_provider_linked', service: row.serviceId, staff: row.id } as const;
      return (await stores.providerIdentities.link(fact, { issuer, subject })) ? null : 'taken';
    });
  }

  async unlink({ service, staff }: StaffPrincipal): Promise<void> {
    await this.work.inTransaction((stores) =>
      stores.providerIdentities.unlink({ type: 'identity_provider_unlinked', service, staff }),
    );
  }

  /** Someone of another service is as unknown here as nobody. */
  private async findHere({ staff }: Stores, id: StaffId): Promise<StaffRow | null> {
    const row = await staff.findStaff(id);
    return row?.serviceId === this.service.id ? row : null;
  }

  private async isNewcomerHere(stores: Stores, id: StaffId): Promise<boolean> {
    return (await this.findHere(stores, id)) !== null && stores.providerIdentities.isNewcomer(id);
  }
}
