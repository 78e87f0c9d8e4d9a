import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { mock } from 'node:test';
import { NetworkNames } from '../core/network-prefix';
import { ConnectionGate, type Line } from './connection-gate';
import type { Claim } from './connection-places';
import { EventLoopTime } from './event-loop-time';

/** The clock of these tests: a busy machine would take longer than it is told to. */
let now = 0;
beforeEach(() => mock.method(performance, 'now', () => now));
afterEach(() => mock.restoreAll());

/** Keeps the event loop for so long (ms), as the reading of a frame does. */
const block = (milliseconds: number): void => {
  now += milliseconds;
};

const NETWORKS = new NetworkNames();

const given = () => {
  const refusals: string[] = [];
  const loopTime = new EventLoopTime();
  const gate = new ConnectionGate({
    socketsMax: 100,
    commandsPer20s: 200,
    networkOf: ({ headers }) => (headers.from === undefined ? null : NETWORKS.keysOf(headers.from)),
    claimOf: () => 'visitor',
    onRefused: (refusal) => refusals.push(refusal),
    loopTime,
  });
  const connect = (as: Claim, hasConversation = () => true) => {
    const closed: boolean[] = [];
    const line = Object.assign(new EventEmitter(), {
      request: { headers: {} } as IncomingMessage,
      transport: {},
      close: () => closed.push(true),
    }) as EventEmitter & Line;
    gate.opened(line);
    gate.joined(line, as, hasConversation);
    return { line, closed };
  };
  /** A packet comes, and reading it takes so long. */
  const receive = async (line: EventEmitter, milliseconds: number): Promise<void> => {
    line.emit('packet', { data: 'x' });
    block(milliseconds);
    await Promise.resolve();
  };
  return { gate, connect, receive, loopTime, refusals };
};

describe('the packets of a connection', () => {
  const send = (line: EventEmitter, packets: number): void => {
    for (let packet = 0; packet < packets; packet += 1) line.emit('packet', { data: 'x' });
  };

  it('[SEC5] a fresh page that sends hundreds at once is closed after 100, and one with a conversation is not', () => {
    const { connect } = given();
    const [fresh, talking] = [connect('visitor', () => false), connect('visitor')];
    for (const { line } of [fresh, talking]) send(line, 100);
    expect([fresh.closed, talking.closed]).toEqual([[], []]);
    for (const { line } of [fresh, talking]) send(line, 150);
    expect([fresh.closed, talking.closed]).toEqual([[true], []]);
    // Its 280 in all: the hundred that it sent before count.
    send(talking.line, 50);
    expect(talking.closed).toEqual([true]);
  });

  it('a page that has its conversation by the time it needs more may send more', () => {
    const { connect } = given();
    let has = false;
    const { line, closed } = connect('visitor', () => has);
    send(line, 50);
    has = true;
    send(line, 200);
    expect(closed).toEqual([]);
  });
});

describe('handshakes of long-polling', () => {
  const pollFrom = (network: number): IncomingMessage =>
    ({ headers: { from: `203.0.${network}.1` } }) as unknown as IncomingMessage;

  it('[SEC5] a flood from 50 networks is shed before it costs a session, and a page elsewhere is let in', () => {
    const { gate } = given();
    const admitted = Array.from({ length: 5_000 }, (_, each) => gate.judge(pollFrom(each % 50))).filter(
      (refusal) => refusal === null,
    );
    expect(admitted.length).toBeLessThan(900);
    expect(gate.judge(pollFrom(200))).toBeNull();
  });

  it('one network that polls within its budget is let in while there is no flood', () => {
    const { gate } = given();
    for (let each = 0; each < 100; each += 1) expect(gate.judge(pollFrom(1))).toBeNull();
  });
});

describe('the time of the event loop', () => {
  it('[SEC5] that reading its frames takes closes a connection once it is past its budget, and no other one', async () => {
    const { connect, receive, refusals } = given();
    const [costly, other] = [connect('visitor'), connect('visitor')];
    for (let frame = 0; frame < 4; frame += 1) await receive(costly.line, 400);
    expect(costly.closed).toEqual([]);
    await receive(costly.line, 700);
    expect([costly.closed, other.closed, refusals]).toEqual([[true], [], ['too_fast']]);
    await receive(costly.line, 10);
    expect(costly.closed).toHaveLength(1);
  });

  it('[SEC5] that reading its commands takes counts too, and staff have more of it', () => {
    const { connect, loopTime } = given();
    const [visitor, staff] = [connect('visitor'), connect('staff')];
    for (const { line } of [visitor, staff])
      for (let command = 0; command < 3; command += 1) loopTime.measure(line, () => block(750));
    expect([visitor.closed, staff.closed]).toEqual([[true], []]);
  });

  it('counts packets that come together once, not one after another', async () => {
    const { connect, receive } = given();
    const { line, closed } = connect('visitor');
    for (let frame = 0; frame < 50; frame += 1) line.emit('packet', { data: 'x' });
    await receive(line, 300);
    expect(closed).toEqual([]);
  });

  it('is not counted for a connection that has gone', () => {
    expect(new EventLoopTime().measure({}, () => 'done')).toBe('done');
  });
});
