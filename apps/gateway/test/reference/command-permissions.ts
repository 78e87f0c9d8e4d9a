import type { FactoryProvider, Provider, Type } from '@nestjs/common';
import type { Permission } from '@warmline/identity';
import { staffCommandTable, visitorCommandTable } from '../../src/app/command-tables';

type Permissions = Readonly<Record<string, Permission>>;

/** The table that a provider makes, from features without their collaborators: rows are made, and none is run. */
const permissionsOf = (provider: Provider): Permissions => {
  const { inject = [], useFactory } = provider as FactoryProvider<Record<string, { permission: Permission }>>;
  const features = inject.map((type) => Reflect.construct(type as Type, []) as unknown);
  const table = useFactory(...features) as Record<string, { permission: Permission }>;
  return Object.fromEntries(Object.entries(table).map(([name, { permission }]) => [name, permission]));
};

/** The permission that each command needs. */
export const COMMAND_PERMISSIONS = {
  visitor: permissionsOf(visitorCommandTable),
  staff: permissionsOf(staffCommandTable),
} as const;
