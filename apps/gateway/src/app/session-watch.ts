import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { expiresAt, whyOver } from '@warmline/identity';
import { elapsed, type SessionId } from '@warmline/kernel';
import { SessionReadModel, type SessionNow } from '@warmline/postgres';
import { PeriodicJobs } from '../core/periodic-jobs';
import { SignOut } from '../features/sign-in';
import { ConnectedPages } from '../socket/connected-pages';
import type { StaffSocket } from '../socket/sockets';

/**
 * Closes consoles whose session is over, silent ones too. All sessions of connected consoles are judged in one question per
 * poll. Beside that every socket has a timer for the end of its session, which needs no database.
 */
@Injectable()
export class SessionWatch implements OnApplicationBootstrap {
  constructor(
    private readonly pages: ConnectedPages,
    private readonly sessions: SessionReadModel,
    private readonly signOut: SignOut,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('sessions', this.jobs.timers.pagePollInterval, () => this.judgeSessions());
  }

  /** The socket is gone, and so is its timer. */
  forget(console: StaffSocket): void {
    clearTimeout(console.data.deadline);
  }

  private async judgeSessions(): Promise<void> {
    const consoles = new Map<SessionId, StaffSocket[]>();
    for (const console of this.pages.consoles()) {
      const { session } = console.data.person;
      consoles.set(session, [...(consoles.get(session) ?? []), console]);
    }
    const sessions = await this.sessions.findSessions([...consoles.keys()]);
    const found = new Map(sessions.map((session) => [session.id, session]));
    const judged = [...consoles].map(([id, sockets]) => this.judge(sockets, found.get(id) ?? null));
    await Promise.all(judged);
  }

  /** Judges consoles of one session; null when there is none. */
  private async judge(consoles: readonly StaffSocket[], session: SessionNow | null): Promise<void> {
    const over = consoles.filter((console) => {
      const why = whyClosed(console, session);
      if (why === null && session !== null) this.setDeadline(console, session);
      return why !== null;
    });
    over.forEach((console) => close(console, whyClosed(console, session)));
    const [first] = over;
    const why = first === undefined ? null : whyClosed(first, session);
    // What follows from the end of a replaced session is that the new one goes on.
    if (first === undefined || why === null || why === 'replaced') return;
    // One that was ended elsewhere is recorded there. What follows from it may not have been done, and is the same done twice.
    await this.signOut.endOver(first.data.person, why === 'ended' ? 'chosen' : why);
  }

  private async judgeAgain(console: StaffSocket): Promise<void> {
    const [session] = await this.sessions.findSessions([console.data.person.session]);
    await this.judge([console], session ?? null);
  }

  private setDeadline(console: StaffSocket, session: SessionNow): void {
    clearTimeout(console.data.deadline);
    console.data.deadline = setTimeout(
      () => {
        // The session may have been used elsewhere. Without an answer it counts as over.
        this.judgeAgain(console).catch(() => close(console, 'ended'));
      },
      Math.max(0, elapsed(session.now, expiresAt(session))),
    ).unref();
  }
}

const whyClosed = (console: StaffSocket, session: SessionNow | null): ReturnType<typeof whyOver> =>
  session === null ? 'ended' : whyOver(session, console.data.person, session.now);

/** A page whose session was replaced is not told: it connects again, with the cookie that its browser has now. */
const close = (console: StaffSocket, why: ReturnType<typeof whyOver>): void => {
  clearTimeout(console.data.deadline);
  if (why !== 'replaced') console.emit('session:ended', {});
  console.disconnect(true);
};
