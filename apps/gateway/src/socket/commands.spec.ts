import { z } from 'zod';
import { done, nothing, refused } from '../core/replies';
import {
  defineStaffCommands,
  registerCommands,
  type StaffCommandTable,
  type VisitorCommandTable,
} from './commands';

const offer = { permission: 'offer.answer', run: () => Promise.resolve(nothing) } as const;

describe('a table of commands', () => {
  it('does not compile when a command of the contracts is missing', () => {
    // @ts-expect-error all other commands are missing
    const staff: StaffCommandTable = { 'offer:decline': offer };
    // @ts-expect-error all commands are missing
    const visitors: VisitorCommandTable = {};
    expect([Object.keys(staff), Object.keys(visitors)]).toEqual([['offer:decline'], []]);
  });

  it('does not compile without a permission, or with one that nobody knows', () => {
    // @ts-expect-error no permission
    defineStaffCommands({ 'offer:decline': { run: offer.run } });
    // @ts-expect-error no such permission
    defineStaffCommands({ 'offer:decline': { permission: 'offer.take', run: offer.run } });
    expect(defineStaffCommands({ 'offer:decline': offer })).toEqual({ 'offer:decline': offer });
  });

  it('does not compile with a command that the contracts do not have', () => {
    // @ts-expect-error no such command
    expect(defineStaffCommands({ 'offer:refuse': offer })).toEqual({ 'offer:refuse': offer });
  });

  it('does not compile with a reply of another form', () => {
    const run = () => Promise.resolve(done({ epoch: 'first' }));
    // @ts-expect-error the epoch is a number, and the conversation is missing
    defineStaffCommands({ 'offer:accept': { permission: 'offer.answer', run } });
  });

  it('knows the payload of a command by its name', async () => {
    const { 'offer:decline': decline } = defineStaffCommands({
      'offer:decline': {
        permission: 'offer.answer',
        run: async (_page, { offerId }) => {
          const id: string = offerId;
          // @ts-expect-error it is no number
          const number: number = offerId;
          return id === String(number) ? nothing : refused('not_found');
        },
      },
    });
    expect(decline.permission).toBe('offer.answer');
  });
});

describe('registering commands', () => {
  const schemas = { 'offer:decline': { payload: z.strictObject({}) } };

  it('joins each command with its schema, and knows no other name', () => {
    const commands = registerCommands(schemas, { 'offer:decline': offer });
    expect([...commands.keys()]).toEqual(['offer:decline']);
    expect(commands.get('offer:decline')).toMatchObject({ permission: 'offer.answer' });
    expect(commands.get('constructor')).toBeUndefined();
  });

  it('refuses a table that lacks one at run time too', () => {
    expect(() => registerCommands(schemas, {} as { 'offer:decline': typeof offer })).toThrow(
      'no command offer:decline',
    );
  });
});
