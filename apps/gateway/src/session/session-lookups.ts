import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { ClientNetwork } from '../core/client-network';
import { VisitorTurns } from '../socket/visitor-turns';
import { Sessions } from './sessions';

/** The lookup did not get its turn in time. Nothing is known of the session, so its page should try again. */
export class LookupRefused extends Error {
  constructor(readonly why: 'too_fast' | 'server_busy') {
    super(why);
  }
}

/**
 * Finds whose session a cookie is of. Anyone can make up a cookie, so one that was not found here before waits for a turn beside
 * the commands of visitors, in the name of its network. One that was found before is looked up at once.
 */
@Injectable()
export class SessionLookups {
  constructor(
    private readonly sessions: Sessions,
    private readonly turns: VisitorTurns,
    private readonly networks: ClientNetwork,
  ) {}

  /** As `recognise`, and null for a session that the browser has just replaced. */
  async findPerson(secret: string, request: IncomingMessage): Promise<StaffPrincipal | null> {
    const found = await this.recognise(secret, request);
    return found === 'replaced' ? null : found;
  }

  /** As `Sessions.recognise`. Rejects with LookupRefused when there was no turn. */
  async recognise(secret: string, request: IncomingMessage): Promise<StaffPrincipal | 'replaced' | null> {
    if (this.sessions.isKnownHere(secret)) return this.sessions.recognise(secret);
    // Where no network can be told from another, each cookie waits for itself.
    const key = this.networks.keysOf(request)?.current ?? secret;
    const turn = await this.turns.useDatabase({ key: `cookie ${key}` }, () =>
      this.sessions.recognise(secret),
    );
    if (turn.isRun) return turn.answer;
    throw new LookupRefused(turn.why);
  }
}
