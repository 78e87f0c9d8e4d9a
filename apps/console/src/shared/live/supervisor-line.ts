import type { Outcome } from '@warmline/client';
import type { LoweringReason, MoreHoursReason, StaffCommands, WaitingNotice } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';

type Assigned = StaffCommands['offer:assign']['reply'];
type Band = StaffCommands['band:set']['payload']['band'];
type Capacity = StaffCommands['person:set_capacity']['payload']['capacity'];

/** What a supervisor does about the queue and about colleagues; the board that follows tells what came of it. */
export class SupervisorLine {
  readonly #connection: StaffConnection;

  constructor({ connection }: { readonly connection: StaffConnection }) {
    this.#connection = connection;
  }

  setBand(conversationId: string, band: Band, reason: LoweringReason | null): Promise<Outcome<unknown>> {
    return this.#connection.send('band:set', { conversationId, band, reason });
  }

  assign(conversationId: string, staffId: string, aboveCapacity: boolean): Promise<Outcome<Assigned>> {
    return this.#connection.send('offer:assign', { conversationId, staffId, aboveCapacity });
  }

  take(who: 'next' | 'answer_first'): Promise<Outcome<{ readonly conversationId: string }>> {
    return this.#connection.send('queue:take', { who });
  }

  tell(notice: WaitingNotice): Promise<Outcome<{ readonly told: number }>> {
    return this.#connection.send('waiting:tell', { notice });
  }

  setCapacity(staffId: string, capacity: Capacity): Promise<Outcome<unknown>> {
    return this.#connection.send('person:set_capacity', { staffId, capacity });
  }

  callBreak(staffId: string): Promise<Outcome<unknown>> {
    return this.#connection.send('person:call_break', { staffId });
  }

  closeShift(staffId: string): Promise<Outcome<unknown>> {
    return this.#connection.send('person:close_shift', { staffId });
  }

  allowHours(staffId: string, reason: MoreHoursReason): Promise<Outcome<unknown>> {
    return this.#connection.send('person:allow_hours', { staffId, reason });
  }

  contacted(staffId: string): Promise<Outcome<unknown>> {
    return this.#connection.send('person:contacted', { staffId });
  }
}
