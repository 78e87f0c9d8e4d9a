import type { Request } from 'express';
import { serviceId } from '@warmline/kernel';
import type { WallLinkReadModel } from '@warmline/postgres';
import { ClientNetwork } from '../core/client-network';
import type { Service } from '../core/service-settings';
import { VisitorTurns } from '../socket/visitor-turns';
import { WallLookups } from './wall-lookups';

const HERE = serviceId('0190a000-0000-7000-8000-000000000001');
const ELSEWHERE = serviceId('0190a000-0000-7000-8000-000000000002');
const NETWORKS = new ClientNetwork({ TRUSTED_PROXIES: [], PUBLIC_URL: 'http://localhost:3000' });
const REQUEST = {
  headers: { authorization: `Bearer ${'a'.repeat(43)}` },
  socket: { remoteAddress: '203.0.113.1' },
} as unknown as Request;

const openingFiguresOf = (service: typeof HERE): WallLookups =>
  new WallLookups(
    { findService: () => Promise.resolve(service) } as unknown as WallLinkReadModel,
    new VisitorTurns({ DATABASE_POOL: 4 }),
    NETWORKS,
    { id: HERE } as unknown as Service,
  );

describe('a link to the wall page', () => {
  it('[SEC3] opens at the address of its own service only', async () => {
    expect(await openingFiguresOf(HERE).findWall(REQUEST)).toEqual({ kind: 'wall', service: HERE });
    expect(await openingFiguresOf(ELSEWHERE).findWall(REQUEST)).toBeNull();
  });
});
