import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewWallLink, WallLinkMade, WallLinks as View } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { DAY, later } from '@warmline/kernel';
import { WallLinkReadModel } from '@warmline/postgres';
import { WALL_LINKS_MOST } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { hashOfWallSecret } from '../../session/wall-lookups';

const SECRET_BYTES = 32;

/** Links to the wall page, as administrators make and revoke them. */
@Injectable()
export class WallLinks {
  constructor(
    private readonly changes: Changes,
    private readonly links: WallLinkReadModel,
  ) {}

  async readView({ service }: StaffPrincipal): Promise<View> {
    const stored = await this.links.loadLinks(service);
    return {
      links: stored.map(({ madeAt, expiresAt, readAt, ...link }) => ({
        ...link,
        madeAt: Math.round(madeAt),
        expiresAt: Math.round(expiresAt),
        readAt: readAt === null ? null : Math.round(readAt),
      })),
    };
  }

  /** The secret is made here and answered once. */
  async makeLink(person: StaffPrincipal, { label, lasts }: NewWallLink): Promise<WallLinkMade> {
    const { service, staff: by } = person;
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const link = randomUUID();
    const isMade = await this.changes.commit(async (stores) => {
      const { wallLinks } = stores;
      await wallLinks.lockService(service);
      if ((await wallLinks.countLive(service)) >= WALL_LINKS_MOST) return false;
      const at = await stores.now();
      await wallLinks.add(
        { type: 'wall_link_made', service, link, by },
        { label: label.trim(), secretHash: hashOfWallSecret(secret), at, expiresAt: later(at, lasts * DAY) },
      );
      return true;
    });
    return isMade ? { outcome: 'made', secret, view: await this.readView(person) } : { outcome: 'too_many' };
  }

  /** Twice is once. Pages with it show nothing from their next reading on. */
  async revokeLink(person: StaffPrincipal, link: string): Promise<View> {
    const { service, staff: by } = person;
    await this.changes.commit(({ wallLinks }) =>
      wallLinks.revoke({ type: 'wall_link_revoked', service, link, by }),
    );
    return this.readView(person);
  }
}
