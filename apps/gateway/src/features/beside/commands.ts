import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { done, doneUnless, found, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { rooms } from '../../socket/rooms';
import { ObserveConversation } from '../observing';
import { BesideViews } from './beside-view';
import { JoinOpenly } from './join-openly';
import { Notes } from './notes';
import { PrivateLane } from './private-lane';

/** What the team writes beside a conversation, and supervisors who join it openly. Every text is read with its own permission. */
@Injectable()
export class BesideCommands {
  readonly table = defineStaffCommands({
    'beside:open': {
      permission: 'note.read',
      run: async ({ socket, person }, payload) => {
        const id = conversationId(payload.conversationId);
        if (!(await this.conversations.mayRead(id, person.staff))) return refused('not_found');
        await socket.join(rooms.beside(id));
        return found((await this.views.loadOne(id))?.viewFor(person.staff) ?? null);
      },
    },
    'note:add': {
      permission: 'note.add',
      run: ({ person }, { conversationId: conversation, ...note }) =>
        this.notes.add(person, { conversation: conversationId(conversation), ...note }),
    },
    'note:read': {
      permission: 'note.read',
      run: async ({ socket, person }, { after, ...payload }) => {
        const id = conversationId(payload.conversationId);
        if (!(await this.observe.readOnce(socket, person, id))) return refused('not_found');
        return done(await this.notes.readPage(id, after));
      },
    },
    'private:say': {
      permission: 'private_lane.use',
      run: ({ person }, { conversationId: conversation, ...word }) =>
        this.lane.say(person, { conversation: conversationId(conversation), ...word }),
    },
    'private:read': {
      permission: 'private_lane.use',
      run: async ({ person }, { conversationId: conversation, epoch, after }) =>
        found(await this.lane.readPage(person, { conversation: conversationId(conversation), epoch }, after)),
    },
    'private:seen': {
      permission: 'private_lane.use',
      run: async ({ person }, { conversationId: conversation, epoch, seq }) =>
        doneUnless(await this.lane.seen(person, { conversation: conversationId(conversation), epoch }, seq)),
    },
    'conversation:join': {
      permission: 'conversation.join',
      run: async ({ person }, payload) =>
        doneUnless(await this.joining.join(person, conversationId(payload.conversationId))),
    },
    'conversation:step_out': {
      permission: 'conversation.join',
      run: async ({ person }, payload) =>
        doneUnless(await this.joining.stepOut(person, conversationId(payload.conversationId))),
    },
  });

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly observe: ObserveConversation,
    private readonly views: BesideViews,
    private readonly notes: Notes,
    private readonly lane: PrivateLane,
    private readonly joining: JoinOpenly,
  ) {}
}
