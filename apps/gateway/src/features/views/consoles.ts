import { Injectable } from '@nestjs/common';
import type { StaffId } from '@warmline/kernel';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import type { StaffSocket } from '../../socket/sockets';
import { ChangedDesks } from './changed-desks';

/** The consoles connected to this process. */
@Injectable()
export class Consoles {
  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly desks: ChangedDesks,
  ) {}

  /** The people among them whose desk is not what was last pushed. */
  changed(): ReturnType<ChangedDesks['among']> {
    const consoles = new Map<StaffId, StaffSocket[]>();
    for (const console of this.namespaces.staff?.sockets.values() ?? []) {
      const { staff } = console.data.person;
      consoles.set(staff, [...(consoles.get(staff) ?? []), console]);
    }
    return this.desks.among(new Set(consoles.keys()), (staff, conversation) =>
      (consoles.get(staff) ?? []).every(({ rooms: joined }) => joined.has(rooms.conversation(conversation))),
    );
  }
}
