import type { Noted } from './judge';

type Strike = Extract<Noted, { k: 'nemesis' }>;

/** A service by its kind and number, itself or its connection to Postgres; its connection to Redis keeps it from neither. */
const SERVICE = /^(gateway|worker) (\d+)(?:>postgres)?$/;

/** Over before anything could be taken back. */
const INSTANT = new Set(['reset', 'missed']);

/**
 * Outages of our own, after which everyone gets the time to return once (ASG5): of the database, and of both gateways or
 * both workers at once, when nobody could renew or nobody could sweep. One that is gone is none: the other one does it.
 */
export class OwnOutages {
  /** Wall time, ms. */
  readonly moments: number[] = [];
  private readonly struck = new Set<string>();

  see({ what, target, w }: Strike): void {
    const [, kind] = SERVICE.exec(target) ?? [];
    if (target === 'postgres' || target === 'everything') this.moments.push(w);
    else if (kind !== undefined && !INSTANT.has(what)) this.service(kind, { what, target, w });
  }

  private service(kind: string, { what, target, w }: Pick<Strike, 'what' | 'target' | 'w'>): void {
    const wasAll = this.areAllStruck(kind);
    if (what === 'healed') this.struck.delete(target);
    else this.struck.add(target);
    if (wasAll || this.areAllStruck(kind)) this.moments.push(w);
  }

  /** There are two of each kind. */
  private areAllStruck(kind: string): boolean {
    const found = [...this.struck].flatMap((target) => {
      const [, struck, number] = SERVICE.exec(target) ?? [];
      return struck === kind ? [number] : [];
    });
    return new Set(found).size > 1;
  }
}
