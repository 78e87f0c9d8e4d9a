import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { makeWay, press } from '@warmline/help';
import type { StaffPrincipal } from '@warmline/identity';
import { helpCallId, type ConversationId, type HelpCallId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import type { HelpCause, Urgency } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';

export interface WishedHelp {
  readonly call: HelpCallId;
  readonly conversation: ConversationId | null;
  readonly urgency: Urgency;
}

/** A responder calls a supervisor, or calls again. The call is stored before it is confirmed. */
@Injectable()
export class CallForHelp {
  constructor(
    private readonly changes: Changes,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** Twice is once. Refuses `not_found` for a conversation they do not hold, and for another person's call. */
  async callSupervisor(person: StaffPrincipal, wished: WishedHelp): Promise<'not_found' | null> {
    const refusal = await this.changes.commit((stores) =>
      placeCall(stores, person, { ...wished, because: 'pressed' }),
    );
    this.helpChannel.notifyGateways();
    return refusal;
  }
}

/** Who calls. */
type Calling = Pick<StaffPrincipal, 'service' | 'staff'>;

/**
 * Facts call: urgent, in the transaction that stores them. An open call of theirs that someone answered sounds no more, so
 * it is settled and a new one is made. Nothing happens to a conversation that they do not hold.
 */
export const placeUrgentCall = async (
  stores: Stores,
  person: Calling,
  conversation: ConversationId,
): Promise<void> => {
  const { staff } = person;
  const open = await stores.help.lockOpenOf({ staff, conversation });
  const decision = open === null ? null : makeWay(open, { by: staff, at: await stores.now() });
  if (decision?.accepted === true) for (const fact of decision.events) await stores.help.saveStep(fact);
  await placeCall(stores, person, {
    call: helpCallId(randomUUID()),
    conversation,
    urgency: 'urgent',
    because: 'facts',
  });
};

const placeCall = async (
  stores: Stores,
  { service, staff }: Calling,
  { call, conversation, urgency, because }: WishedHelp & { readonly because: HelpCause },
): Promise<'not_found' | null> => {
  const about = { staff, conversation };
  if (conversation !== null && !(await stores.help.mayCallAbout({ staff, conversation }))) return 'not_found';
  const at = await stores.now();
  if (await stores.help.makeCall({ type: 'help_called', service, ...about, call, urgency, because, at }))
    return null;
  const known = await stores.help.lock(call);
  if (known !== null && known.calledBy !== staff) return 'not_found';
  const open = await stores.help.lockOpenOf(about);
  const pressed = open === null ? null : press(open, { urgency, because, at });
  if (pressed?.accepted === true) for (const fact of pressed.events) await stores.help.saveStep(fact);
  return null;
};
