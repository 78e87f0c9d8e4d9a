import { Injectable } from '@nestjs/common';
import { done, found, nothing } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { ListTold } from './list-told';
import { MakeComplaint } from './make-complaint';
import { SettleComplaint } from './settle-complaint';

/** Colleagues pass a word on. Supervisors read what the service was told, and settle it. */
@Injectable()
export class ComplaintCommands {
  readonly table = defineStaffCommands({
    'complaint:pass_on': {
      permission: 'day.arrange',
      run: async ({ person }, { complaintId, words }) => {
        await this.making.passOn(person, complaintId, words);
        return nothing;
      },
    },
    'complaint:list': {
      permission: 'complaint.read',
      run: async ({ person }) => done(await this.told.list(person)),
    },
    'complaint:more': {
      permission: 'complaint.read',
      run: async ({ person }, { after }) => done(await this.told.listMore(person, after)),
    },
    'complaint:read': {
      permission: 'complaint.read',
      run: async ({ person }, { complaintId }) => found(await this.settling.read(person, complaintId)),
    },
    'complaint:note': {
      permission: 'complaint.answer',
      run: ({ person }, { complaintId: complaint, noteId: note, words, closes }) =>
        this.settling.note(person, { complaint, note, words, closes }),
    },
  });

  constructor(
    private readonly told: ListTold,
    private readonly making: MakeComplaint,
    private readonly settling: SettleComplaint,
  ) {}
}
