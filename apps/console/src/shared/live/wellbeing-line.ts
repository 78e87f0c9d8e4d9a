import type { Outcome } from '@warmline/client';
import type { CheckIn, CheckOut } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';

/** What a responder asks for their own day; the desk that follows tells what came of it. */
export class WellbeingLine {
  readonly #connection: StaffConnection;

  constructor({ connection }: { readonly connection: StaffConnection }) {
    this.#connection = connection;
  }

  checkIn(answer: CheckIn, takesSurge: boolean): Promise<Outcome<unknown>> {
    return this.#connection.send('shift:check_in', { answer, takesSurge });
  }

  checkOut(said: CheckOut): Promise<Outcome<unknown>> {
    return this.#connection.send('shift:check_out', said);
  }

  takeBreak(): Promise<Outcome<unknown>> {
    return this.#connection.send('break:take', {});
  }

  delayBreak(): Promise<Outcome<unknown>> {
    return this.#connection.send('break:delay', {});
  }

  endBreak(): Promise<Outcome<unknown>> {
    return this.#connection.send('break:end', {});
  }

  wantContact(): Promise<Outcome<unknown>> {
    return this.#connection.send('contact:want', {});
  }

  extendRest(): Promise<Outcome<unknown>> {
    return this.#connection.send('rest:extend', {});
  }
}
