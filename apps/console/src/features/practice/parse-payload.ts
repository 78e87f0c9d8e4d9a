import type { StaffCommands } from '@warmline/contracts';

/** The payload of a command that this page's own client has sent: its form is the contract's, which the compiler held it to. */
export const parsePayload = <Name extends keyof StaffCommands>(
  payload: unknown,
): StaffCommands[Name]['payload'] => payload as StaffCommands[Name]['payload'];
