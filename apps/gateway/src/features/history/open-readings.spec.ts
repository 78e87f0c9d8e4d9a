import { conversationId } from '@warmline/kernel';
import type { StaffSocket } from '../../socket/sockets';
import { OpenReadings, type Opening } from './open-readings';

const aSocket = (): StaffSocket => Object.create(null) as StaffSocket;
const MINUTE = 60_000;
const opening: Opening = {
  conversation: conversationId('01900000-0000-7000-8000-000000000001'),
  purpose: 'complaint',
};

describe('the readings of a console', () => {
  it('[AUD1] go on for 15 minutes, on that console and for that purpose', () => {
    let now = 1000;
    const [readings, socket] = [new OpenReadings(() => now), aSocket()];
    expect(readings.goesOn(socket, opening)).toBe(false);
    readings.begin(socket, opening);
    now += 15 * MINUTE;
    expect(readings.goesOn(socket, opening)).toBe(true);
    expect(readings.goesOn(socket, { ...opening, purpose: 'incident' })).toBe(false);
    expect(readings.goesOn(aSocket(), opening)).toBe(false);
    now += 1;
    expect(readings.goesOn(socket, opening)).toBe(false);
    expect(readings.hasOpened(socket, opening.conversation)).toBe(true);
    expect(readings.hasOpened(aSocket(), opening.conversation)).toBe(false);
  });
});
