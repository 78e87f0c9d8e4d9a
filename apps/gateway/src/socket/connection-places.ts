/** Who a connection is for: it says so by its session cookie, which is not checked yet when it opens. */
export type Claim = 'visitor' | 'staff';

export interface PlaceLimits {
  /** Connections of this gateway, all together. */
  readonly total: number;
  /** How many of those only staff may use. */
  readonly reservedForStaff: number;
  /** Connections of one network that have no conversation and no session. */
  readonly idlePerNetwork: number;
}

interface Place {
  readonly claim: Claim;
  /** Null where it is not known, for instance behind a proxy that nobody trusts. */
  readonly network: string | null;
  isJoined: boolean;
  /** Whether this page has a conversation, asked when it matters. */
  hasConversation: () => boolean;
}

/** Let in, and whose place it takes, if anyone's; or nobody may be asked to leave. */
export type Admission<Id> =
  { readonly isAdmitted: true; readonly evicted: Id | null } | { readonly isAdmitted: false };

/**
 * Connections in the order in which they would be closed for a newcomer: those that have not joined, then pages without a
 * conversation, the oldest first. Joined staff and conversations are never closed. A newcomer is let in rather than
 * refused: it may be someone in danger, and an attacker with many connections closes their own.
 */
export class ConnectionPlaces<Id = string> {
  private readonly places = new Map<Id, Place>();
  /** Not joined, by claim, oldest first. */
  private readonly unjoined = { visitor: new Set<Id>(), staff: new Set<Id>() };
  /** Joined visitors' pages that had no conversation when they were last asked, oldest first. */
  private readonly idle = new Set<Id>();
  /** Of each network: unjoined and idle pages of visitors, oldest first. */
  private readonly byNetwork = new Map<string, Set<Id>>();

  constructor(private readonly limits: PlaceLimits) {}

  get count(): number {
    return this.places.size;
  }

  /** Whether one more may come, and which one leaves for it. The caller closes that one, and calls `opened` and `closed`. */
  admit(claim: Claim, network: string | null): Admission<Id> {
    if (claim === 'staff') return this.admitStaff();
    const isFull = this.count >= this.limits.total - this.limits.reservedForStaff;
    const crowd = network === null ? undefined : this.byNetwork.get(network);
    if (crowd !== undefined && crowd.size >= this.limits.idlePerNetwork) {
      const own = this.leastEngagedOf(crowd);
      if (own !== null) return { isAdmitted: true, evicted: own };
    }
    return isFull ? this.evict(this.leastEngaged()) : { isAdmitted: true, evicted: null };
  }

  opened(id: Id, claim: Claim, network: string | null): void {
    this.places.set(id, { claim, network, isJoined: false, hasConversation: () => false });
    this.unjoined[claim].add(id);
    if (claim === 'staff' || network === null) return;
    const crowd = this.byNetwork.get(network) ?? new Set<Id>();
    this.byNetwork.set(network, crowd.add(id));
  }

  /** It has a token, or a session that was checked. `hasConversation`: whether it has one by now. */
  joined(id: Id, as: Claim, hasConversation: () => boolean): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.unjoined[place.claim].delete(id);
    Object.assign(place, { isJoined: true, hasConversation });
    if (as === 'visitor') this.idle.add(id);
    else this.leaveNetwork(id, place);
  }

  closed(id: Id): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.unjoined[place.claim].delete(id);
    this.idle.delete(id);
    this.leaveNetwork(id, place);
  }

  /** Someone who only claims to be staff never takes more than what is reserved for staff. */
  private admitStaff(): Admission<Id> {
    const [oldest = null] = this.unjoined.staff;
    if (this.unjoined.staff.size >= Math.max(1, this.limits.reservedForStaff)) return this.evict(oldest);
    if (this.count < this.limits.total) return { isAdmitted: true, evicted: null };
    return this.evict(this.leastEngaged() ?? oldest);
  }

  private evict(id: Id | null): Admission<Id> {
    return id === null ? { isAdmitted: false } : { isAdmitted: true, evicted: id };
  }

  private leastEngaged(): Id | null {
    const [oldest] = this.unjoined.visitor;
    return oldest ?? this.oldestIdle(this.idle);
  }

  private leastEngagedOf(crowd: ReadonlySet<Id>): Id | null {
    for (const id of crowd) if (this.places.get(id)?.isJoined === false) return id;
    return this.oldestIdle(crowd);
  }

  /** The oldest joined page without a conversation. Those that have one by now are let alone from here on. */
  private oldestIdle(pages: ReadonlySet<Id>): Id | null {
    for (const id of pages) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      if (!place.hasConversation()) return id;
      this.settle(id, place);
    }
    return null;
  }

  private settle(id: Id, place: Place): void {
    this.idle.delete(id);
    this.leaveNetwork(id, place);
  }

  private leaveNetwork(id: Id, { network }: Place): void {
    if (network === null) return;
    const crowd = this.byNetwork.get(network);
    crowd?.delete(id);
    if (crowd?.size === 0) this.byNetwork.delete(network);
  }
}
