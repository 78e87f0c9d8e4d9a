import type { ConversationId } from '@warmline/kernel';
import type { ReadingPurpose } from '@warmline/vocabulary';
import type { StaffSocket } from '../../socket/sockets';

/** What someone opens, and why. */
export interface Opening {
  readonly conversation: ConversationId;
  readonly purpose: ReadingPurpose;
}

/** Readings that one console may go on with, without saying again why. The oldest is forgotten first, and then recorded again. */
const OPEN_MOST = 50;

/** How long the pages of one reading are one reading (ms). */
const LASTS = 15 * 60_000;

const nameOf = ({ conversation, purpose }: Opening): string => `${conversation} ${purpose}`;

/** Which readings are recorded for which console, and when (ms, this process's steady clock). */
export class OpenReadings {
  private readonly recorded = new WeakMap<StaffSocket, Map<string, number>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** It has been recorded now. */
  begin(socket: StaffSocket, opening: Opening): void {
    const readings = this.recorded.get(socket) ?? new Map<string, number>();
    readings.delete(nameOf(opening));
    readings.set(nameOf(opening), this.now());
    const [oldest] = readings.keys();
    if (readings.size > OPEN_MOST && oldest !== undefined) readings.delete(oldest);
    this.recorded.set(socket, readings);
  }

  /** The reading that was recorded still goes on. */
  goesOn(socket: StaffSocket, opening: Opening): boolean {
    const at = this.recorded.get(socket)?.get(nameOf(opening));
    return at !== undefined && this.now() - at <= LASTS;
  }

  /** This console has opened it, for whatever purpose, however long ago. */
  hasOpened(socket: StaffSocket, conversation: string): boolean {
    const names = [...(this.recorded.get(socket)?.keys() ?? [])];
    return names.some((name) => name.startsWith(`${conversation} `));
  }
}
