import {
  HttpException,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import {
  grants,
  mayEver,
  permissionRolesOf,
  type Permission,
  type Principal,
  type StaffPrincipal,
  type WallPrincipal,
} from '@warmline/identity';
import { SHOWN_STAFF_HEADER } from '@warmline/vocabulary';
import { CONFIG, type Config } from '../core/config';
import { isAllowedOrigin } from '../core/origin';
import { readSessionCookie } from './session-cookie';
import { LookupRefused, SessionLookups } from './session-lookups';
import { WallLookups } from './wall-lookups';

const PERMISSION = 'warmline:permission';

/** The permission that a route requires. A route without one is refused to everyone. */
export const RequiresPermission = (permission: Permission): CustomDecorator =>
  SetMetadata(PERMISSION, permission);

/** The permission of a route, or undefined. */
export const permissionOf = (reflector: Reflector, handler: () => unknown): Permission | undefined =>
  reflector.get<Permission | undefined>(PERMISSION, handler);

/** A request after the guard, with the principal who sent it. */
export type AuthenticatedRequest = Request & { principal?: Principal };

/** Methods that change nothing. */
const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Closed by default: a route without a permission is refused, and so is a change that a page of another origin sends for someone. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly lookups: SessionLookups,
    private readonly walls: WallLookups,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const permission = this.reflector.get<Permission | undefined>(PERMISSION, context.getHandler());
    if (permission === undefined) throw new HttpException({ refusal: 'not_allowed' }, 403);
    // What is public is answered without asking who asks, so that a made-up cookie costs no question to the database.
    const isPublic = grants(permission, 'anyone').includes('public');
    const principal = isPublic ? ({ kind: 'anyone' } as const) : await this.principalOf(request, permission);
    if (!isShownPerson(request, principal)) throw new HttpException({ refusal: 'session_changed' }, 401);
    // A browser sends the cookie with what a page of a sibling host asks as well.
    const isForged = principal.kind === 'staff' && this.isChangeFromElsewhere(request);
    if (!isForged && mayEver(permission, permissionRolesOf(principal))) {
      request.principal = principal;
      return true;
    }
    const isAnyone = principal.kind === 'anyone';
    throw new HttpException({ refusal: isAnyone ? 'not_signed_in' : 'not_allowed' }, isAnyone ? 401 : 403);
  }

  private isChangeFromElsewhere({ method, headers }: Request): boolean {
    return !READS.includes(method) && !isAllowedOrigin(headers.origin, this.config.PUBLIC_URL);
  }

  private async principalOf(request: Request, permission: Permission): Promise<Principal> {
    // The link of a wall is looked up for what a wall may do, and for nothing else.
    const wall = mayEver(permission, ['wall'])
      ? await this.walls.findWall(request).catch(tellToComeBack)
      : null;
    if (wall !== null) return wall;
    const secret = readSessionCookie(this.config.PUBLIC_URL, request.headers.cookie);
    if (secret === null) return { kind: 'anyone' };
    const person = await this.lookups.findPerson(secret, request).catch(tellToComeBack);
    return person ?? { kind: 'anyone' };
  }
}

const tellToComeBack = (error: unknown): never => {
  if (error instanceof LookupRefused) throw new HttpException({ refusal: error.why }, 503);
  throw error;
};

/** False where a console names another person than its cookie is of: someone else signed in on that browser since. */
const isShownPerson = (request: Request, principal: Principal): boolean => {
  const shown = request.headers[SHOWN_STAFF_HEADER];
  return shown === undefined || principal.kind !== 'staff' || principal.staff === shown;
};

/** The signed-in person of a request the guard let in for staff only. */
export const staffOf = (request: AuthenticatedRequest): StaffPrincipal => {
  if (request.principal?.kind !== 'staff') throw new HttpException({ refusal: 'not_signed_in' }, 401);
  return request.principal;
};

/** The wall page of a request the guard let in for wall pages only. */
export const wallOf = (request: AuthenticatedRequest): WallPrincipal => {
  if (request.principal?.kind !== 'wall') throw new HttpException({ refusal: 'not_signed_in' }, 401);
  return request.principal;
};
