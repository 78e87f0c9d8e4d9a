import { newMessageId } from '@warmline/client';
import type { Handover, StaffCommands } from '@warmline/contracts';
import type { Holding } from './caseload';
import type { Desk } from './desk';
import { between, oneOf, type Random } from './seeded-random';
import type { Setting } from './setting';
import { newBody } from './words';

type Step = 'accept' | 'decline' | 'confirm_brief' | 'take_control' | 'settle' | 'withdraw';
const OPEN = new Set(['proposed', 'offered', 'visitor_asked', 'joined', 'control_passed']);
const TAKING = new Set(['visitor_asked', 'joined', 'control_passed']);

/** Passing conversations on, and receiving them, step by step; now and then a person does nothing. */
export class Handovers {
  private readonly done = new Set<string>();

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    private readonly desk: Desk,
  ) {
    desk.onChange(() => this.look());
  }

  /** Proposes a handover to anyone free, or to one person. */
  async propose({ conversation: conversationId, epoch }: Holding): Promise<void> {
    const { page } = this.desk;
    const to = await this.target(conversationId);
    const text = (): string => newBody(this.random).slice(0, 400);
    const brief = { situation: text(), background: text(), safety: text(), request: text() };
    const mustLeave = this.random() < 0.3;
    const payload = { handoverId: newMessageId(), conversationId, epoch, to, mustLeave, brief };
    page.noteDeed('handover:propose', conversationId, await page.insist('handover:propose', payload));
  }

  private async target(conversationId: string): Promise<StaffCommands['handover:propose']['payload']['to']> {
    if (this.random() < 0.5) return { to: 'queue' };
    const known = await this.desk.page.insist('handover:candidates', { conversationId });
    const free = known?.kind === 'done' ? known.value.people.filter(({ status }) => status === 'free') : [];
    const person = oneOf(this.random, free);
    return person === null ? { to: 'queue' } : { to: 'person', staffId: person.id };
  }

  private look(): void {
    const { view } = this.desk;
    if (view === null || this.setting.isCalm) return;
    for (const handover of view.handovers) {
      const { id, state, briefRead, receiverHasWritten } = handover;
      const moment = `${id}/${state}/${briefRead}/${receiverHasWritten}`;
      if (this.done.has(moment)) continue;
      this.done.add(moment);
      const step = this.nextStep(handover, view.me.id);
      if (step !== null) void this.take(step, handover);
    }
  }

  private nextStep(handover: Handover, me: string): Step | null {
    if (handover.receiver?.id === me) return this.asReceiver(handover);
    const mayWithdraw = handover.sender.id === me && OPEN.has(handover.state);
    return mayWithdraw && this.random() < 0.05 ? 'withdraw' : null;
  }

  private asReceiver({ state, briefRead, receiverHasWritten }: Handover): Step | null {
    if (state === 'offered') {
      const luck = this.random();
      if (luck < 0.05) return null;
      return luck < 0.15 ? 'decline' : 'accept';
    }
    if (!TAKING.has(state)) return null;
    if (!briefRead) return 'confirm_brief';
    if (state === 'joined') return 'take_control';
    return state === 'control_passed' && receiverHasWritten ? 'settle' : null;
  }

  private async take(step: Step, { id: handoverId, conversationId }: Handover): Promise<void> {
    const { page } = this.desk;
    await this.setting.pause(between(this.random, 0, 2_000) * this.setting.deployment.timeScale);
    const outcome = await page.insist(`handover:${step}`, { handoverId });
    page.noteDeed(`handover:${step}`, conversationId, outcome);
    await this.desk.reopen();
  }
}
