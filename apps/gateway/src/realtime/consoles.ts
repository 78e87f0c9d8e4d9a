import { Injectable } from '@nestjs/common';
import { ChangedDesks } from './changed-desks';
import { Namespaces } from './namespaces';

/** The consoles connected to this process. */
@Injectable()
export class Consoles {
  constructor(
    private readonly namespaces: Namespaces,
    private readonly desks: ChangedDesks,
  ) {}

  /** The people among them whose desk is not what was last pushed. */
  changed(): ReturnType<ChangedDesks['among']> {
    const consoles = [...(this.namespaces.staff?.sockets.values() ?? [])];
    return this.desks.among(new Set(consoles.map(({ data: console }) => console.person.staff)));
  }
}
