import { createHash, randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '@warmline/identity';
import type { StaffRow, Stores } from '@warmline/postgres';

/** Without letters and digits that look alike, since a person reads and types them. A character is 4.95 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;

const oneGroup = (): string =>
  Array.from({ length: GROUP }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** Random groups of four with dashes between them: four groups are 79 bits, five are 99. */
const readableSecret = (groups: number): string => Array.from({ length: groups }, oneGroup).join('-');

/** As it was made, of what a person typed: in small letters, without what is between the groups. */
const typedSecret = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Groups of a code. With 79 random bits nobody finds it from its hash, so a fast hash is enough. */
const GROUPS = 4;

const hashOf = (code: string): Buffer => createHash('sha256').update(typedSecret(code)).digest();

type Owner = Pick<StaffRow, 'id' | 'serviceId'>;

/** New codes in place of all earlier ones, in the transaction of `stores`. Answered this once; only their hashes are stored. */
export const makeRecoveryCodes = async (
  stores: Stores,
  { id: staff, serviceId: service }: Owner,
): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, () => readableSecret(GROUPS));
  await stores.factors.makeRecoveryCodes({ type: 'recovery_codes_made', service, staff }, codes.map(hashOf));
  return codes;
};

/** Uses the code up. False for one that is wrong or was used. */
export const useRecoveryCode = (
  stores: Stores,
  { id: staff, serviceId: service }: Owner,
  typed: string,
): Promise<boolean> => stores.factors.useRecoveryCode({ service, staff }, hashOf(typed));
