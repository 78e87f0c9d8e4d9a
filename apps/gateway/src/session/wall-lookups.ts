import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { WallPrincipal } from '@warmline/identity';
import { WallLinkReadModel } from '@warmline/postgres';
import { ClientNetwork } from '../core/client-network';
import { SERVICE, type Service } from '../core/service-settings';
import { VisitorTurns } from '../socket/visitor-turns';
import { LookupRefused } from './session-lookups';

/** As long as the gateway makes it: 32 bytes in base64url. */
const SECRET = /^Bearer ([\w-]{43})$/;

/** Only this is stored of a link's secret. */
export const hashOfWallSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Finds whose figures a link to the wall page opens. Anyone can make up a secret, so the lookup waits for a turn beside the
 * commands of visitors, in the name of its network.
 */
@Injectable()
export class WallLookups {
  constructor(
    private readonly links: WallLinkReadModel,
    private readonly turns: VisitorTurns,
    private readonly networks: ClientNetwork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null where the request names no link that works here. Rejects with LookupRefused when there was no turn. */
  async findWall(request: Request): Promise<WallPrincipal | null> {
    const [, secret] = SECRET.exec(request.headers.authorization ?? '') ?? [];
    if (secret === undefined) return null;
    const key = this.networks.keysOf(request)?.current ?? secret;
    const turn = await this.turns.useDatabase({ key: `wall ${key}` }, () =>
      this.links.findService(hashOfWallSecret(secret)),
    );
    if (!turn.isRun) throw new LookupRefused(turn.why);
    // A link of another service is as unknown here as none.
    return turn.answer === this.service.id ? { kind: 'wall', service: turn.answer } : null;
  }
}
