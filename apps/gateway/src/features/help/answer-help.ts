import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { answer, arrive, end, type Asking, type HelpCall } from '@warmline/help';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, HelpCallId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';

type Answered = StaffCommands['help:answer']['reply'];

/** A supervisor answers a call for help, and calls end. */
@Injectable()
export class AnswerHelp {
  constructor(
    private readonly changes: Changes,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** The first supervisor to answer comes; the others are told who that is. Refuses `not_found`, also for a call of one's own, or one that is over. */
  async answerCall({ service, staff }: StaffPrincipal, id: HelpCallId): Promise<Reply<Answered>> {
    const reply = await this.changes.commit(async (stores) => {
      const call = await stores.help.lock(id);
      if (call?.service !== service) return refused('not_found');
      const decision = answer(call, { by: staff, at: await stores.now() });
      if (!decision.accepted) return refused('not_found');
      for (const fact of decision.events) await stores.help.saveStep(fact);
      return this.answeredBy(stores, call, staff);
    });
    this.helpChannel.notifyGateways();
    return reply;
  }

  /**
   * Twice is once. Refuses `not_found`, also for a colleague's call unless they are a supervisor, and `not_allowed` to who
   * called while facts ask for a supervisor and none has heard.
   */
  async endCall(
    { service, staff, role }: StaffPrincipal,
    id: HelpCallId,
  ): Promise<'not_found' | 'not_allowed' | null> {
    const refusal = await this.changes.commit(async (stores) => {
      const call = await stores.help.lock(id);
      if (call?.service !== service) return 'not_found';
      if (call.calledBy !== staff && role !== 'supervisor') return 'not_found';
      const isKept = await stores.help.isUnheard(call);
      const decision = end(call, { by: staff, at: await stores.now() }, { isKept });
      if (!decision.accepted) return 'not_allowed';
      for (const fact of decision.events) await stores.help.saveStep(fact);
      return null;
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }

  /** The alarm about these was shown to a supervisor: recorded once for each wait. */
  async noteHeard(
    { service, staff }: StaffPrincipal,
    conversations: readonly ConversationId[],
  ): Promise<void> {
    await this.changes.commit(async (stores) =>
      stores.onCall.saveHeard({ service, staff }, conversations, await stores.now()),
    );
  }

  /** A supervisor has opened the conversation: the responder who called for help there is not alone any more. */
  async arriveAtCalls(stores: Stores, conversation: ConversationId, asking: Asking): Promise<void> {
    for (const call of await stores.help.lockOpenAbout(conversation)) {
      const decision = arrive(call, asking);
      for (const fact of decision.accepted ? decision.events : []) await stores.help.saveStep(fact);
    }
  }

  private async answeredBy(
    stores: Stores,
    { answeredBy, conversation }: HelpCall,
    me: StaffPrincipal['staff'],
  ): Promise<Reply<Answered>> {
    const by = answeredBy ?? me;
    const name = (await stores.staff.findStaff(by))?.name ?? '';
    return done({ answeredBy: { id: by, name }, conversationId: conversation });
  }
}
