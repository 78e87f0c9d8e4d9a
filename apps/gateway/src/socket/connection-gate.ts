import type { IncomingMessage } from 'node:http';
import type { Refusal } from '@warmline/vocabulary';
import { Budget, NetworkBudget, type BudgetSize } from '../core/network-budget';
import type { NetworkKeys } from '../core/network-prefix';
import { ConnectionPlaces, type Claim } from './connection-places';
import type { EventLoopTime } from './event-loop-time';
import { costOf, hasTooManyPackets, PacketBudget } from './packet-budget';

/**
 * New connections of one network. A page connects by WebSocket first, so few need long-polling. A thousand that join nothing
 * are closed and come back every 5 s: 200 a second, which must not use up the turn of the honest people beside them.
 */
const HANDSHAKES: Readonly<Record<'websocket' | 'polling' | 'staff', BudgetSize>> = {
  websocket: { burst: 2_000, perMinute: 12_000 },
  polling: { burst: 200, perMinute: 600 },
  staff: { burst: 100, perMinute: 600 },
};

/** Handshakes of long-polling, of everyone. Beyond it each network has only a few: a flood is shed before it costs a session. */
const POLLING_OF_ALL: BudgetSize = { burst: 300, perMinute: 6_000 };
const POLLING_IN_A_FLOOD: BudgetSize = { burst: 10, perMinute: 30 };

/** Of a connection before it has joined: the packet that joins, its upgrade, and answers to pings. */
const UNJOINED: BudgetSize = { burst: 20, perMinute: 60 };

/** Packets at once of a visitor's page that has no conversation yet. A page has one command under way, beside what is typed. */
const NEWCOMER_BURST = 100;

/**
 * Time of the event loop (ms) that reading one connection's frames may use. A command of a page takes a fraction of 1 ms. There
 * is room for pauses that are not its fault, such as the collection of garbage.
 */
const LOOP_TIME: Readonly<Record<'unjoined' | Claim, BudgetSize>> = {
  unjoined: { burst: 1_000, perMinute: 1_000 },
  visitor: { burst: 2_000, perMinute: 3_000 },
  staff: { burst: 4_000, perMinute: 12_000 },
};

/** Once half of all places are taken, connections of one network without a conversation: a quarter of all, and at most this. */
const IDLE_PER_NETWORK = 500;
/** What only staff may use: one place in ten, and not more than this. */
const RESERVED_MOST = 200;

export interface GateOptions {
  readonly socketsMax: number;
  /** Commands of one page in 20 s. */
  readonly commandsPer20s: number;
  /** Null where it cannot be told from another. */
  readonly networkOf: (request: IncomingMessage) => NetworkKeys | null;
  readonly claimOf: (request: IncomingMessage) => Claim;
  /** Told of each connection that is refused, or closed because it sends too much. */
  readonly onRefused: (refusal: Refusal) => void;
  readonly loopTime: EventLoopTime;
}

/** What a connection has left: of packets, and of time. */
interface Spending {
  readonly packets: PacketBudget;
  readonly time: PacketBudget;
  /** Asked once it has spent the packets of a newcomer: whether it may send more by now. */
  mayGrow: () => boolean;
}

/** The part of an Engine.IO connection that limits need. */
export interface Line {
  readonly request: IncomingMessage;
  readonly transport: object;
  on(event: 'packet', listener: (packet: object) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  close(discard?: boolean): unknown;
}

/** Who may connect, who leaves when there is no room, and what a connection may send. Addresses are asked and not kept. */
export class ConnectionGate {
  private readonly places: ConnectionPlaces<Line>;
  private readonly spending = new Map<Line, Spending>();
  private readonly budgets = {
    websocket: new NetworkBudget(HANDSHAKES.websocket),
    polling: new NetworkBudget(HANDSHAKES.polling),
    pollingOfAll: new Budget(POLLING_OF_ALL),
    pollingInFlood: new NetworkBudget(POLLING_IN_A_FLOOD),
    staff: new NetworkBudget(HANDSHAKES.staff),
  };

  constructor(private readonly options: GateOptions) {
    const { socketsMax } = options;
    const reservedForStaff = Math.min(RESERVED_MOST, Math.floor(socketsMax / 10));
    const idlePerNetwork = Math.max(1, Math.min(IDLE_PER_NETWORK, Math.floor(socketsMax / 4)));
    this.places = new ConnectionPlaces({ total: socketsMax, reservedForStaff, idlePerNetwork });
  }

  /** Before a connection opens; null lets it in. Someone else may have to leave for it. */
  judge(request: IncomingMessage): Refusal | null {
    const refusal = this.refusalOf(request);
    if (refusal !== null) this.options.onRefused(refusal);
    return refusal;
  }

  private refusalOf(request: IncomingMessage): Refusal | null {
    const claim = this.options.claimOf(request);
    const network = this.options.networkOf(request);
    const way = request.headers.upgrade === undefined ? 'polling' : 'websocket';
    if (!this.mayShakeHands(claim === 'staff' ? 'staff' : way, network)) return 'too_many_lines';
    const admission = this.places.admit(claim, network?.current ?? null);
    if (!admission.isAdmitted) return 'too_many_lines';
    if (admission.evicted !== null) this.cut(admission.evicted);
    return null;
  }

  private mayShakeHands(way: 'staff' | 'polling' | 'websocket', network: NetworkKeys | null): boolean {
    if (network === null) return true;
    if (!this.budgets[way].take(network)) return false;
    const isFlood = way === 'polling' && !this.budgets.pollingOfAll.take();
    return !isFlood || this.budgets.pollingInFlood.take(network);
  }

  /** From now on the connection has a place, and what it sends is counted. */
  opened(line: Line): void {
    const { request } = line;
    const spending: Spending = {
      packets: new PacketBudget(UNJOINED),
      time: new PacketBudget(LOOP_TIME.unjoined),
      mayGrow: () => false,
    };
    this.spending.set(line, spending);
    this.places.opened(line, this.options.claimOf(request), this.options.networkOf(request)?.current ?? null);
    const cutOff = (): void => {
      if (!this.spending.delete(line)) return;
      this.options.onRefused('too_fast');
      this.cut(line);
    };
    boundPayloads(line, cutOff);
    this.countTime(line, (milliseconds) => {
      if (!spending.time.spend(milliseconds)) cutOff();
    });
    line.on('packet', (packet) => {
      if (!spending.packets.spend(costOf(Reflect.get(packet, 'data'))) && !spending.mayGrow()) cutOff();
    });
    line.on('close', () => {
      this.spending.delete(line);
      this.places.closed(line);
    });
  }

  /** It has joined its namespace. `hasConversation`: asked when there is no room, of visitors. */
  joined(line: Line, as: Claim, hasConversation: () => boolean): void {
    this.places.joined(line, as, hasConversation);
    const spending = this.spending.get(line);
    if (spending === undefined) return;
    spending.time.become(LOOP_TIME[as]);
    const packets = packetsOf(as, this.options.commandsPer20s);
    if (as === 'staff') return spending.packets.become(packets);
    spending.packets.become({ ...packets, burst: Math.min(packets.burst, NEWCOMER_BURST) });
    spending.mayGrow = () => {
      if (!hasConversation()) return false;
      spending.mayGrow = () => false;
      spending.packets.grow(packets);
      return true;
    };
  }

  /** Of its frames: from the first of what came together until all of it is decoded. The rest is measured where it is done. */
  private countTime(line: Line, count: (milliseconds: number) => void): void {
    this.options.loopTime.watch(line, count);
    let isCounting = false;
    line.on('packet', () => {
      if (isCounting) return;
      isCounting = true;
      const began = performance.now();
      queueMicrotask(() => {
        isCounting = false;
        count(performance.now() - began);
      });
    });
  }

  /** Closes it without waiting for the other side, which may never answer. */
  private cut(line: Line): void {
    const { transport } = line;
    line.close(true);
    terminate(transport);
  }
}

/** Packets of a page that has joined, in the proportion of its commands. */
const packetsOf = (as: Claim, commandsPer20s: number): BudgetSize =>
  as === 'staff'
    ? { burst: 2 * commandsPer20s + 120, perMinute: 3 * commandsPer20s }
    : { burst: commandsPer20s + 80, perMinute: 0.75 * commandsPer20s };

/** Of a WebSocket: closing it would wait half a minute for the other side, and go on reading. */
const terminate = (transport: object): void => {
  const socket: unknown = Reflect.get(transport, 'socket');
  if (typeof socket !== 'object' || socket === null || !('terminate' in socket)) return;
  if (typeof socket.terminate === 'function') Reflect.apply(socket.terminate, socket, []);
};

/** Long-polling: Engine.IO decodes every packet of a payload in one go, so they are counted first. */
const boundPayloads = ({ transport }: Line, tooMany: () => void): void => {
  const decode: unknown = Reflect.get(transport, 'onData');
  if (Reflect.get(transport, 'name') !== 'polling' || typeof decode !== 'function') return;
  Reflect.set(transport, 'onData', (payload: unknown) => {
    if (typeof payload === 'string' && hasTooManyPackets(payload)) tooMany();
    else Reflect.apply(decode, transport, [payload]);
  });
};
