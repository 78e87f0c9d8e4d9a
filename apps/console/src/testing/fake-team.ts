import type {
  Acknowledgement,
  Beside,
  EarlierWrapUp,
  Note,
  PrivateWord,
  StaffCommands,
} from '@warmline/contracts';
import { ANA, id, SAM, START } from './builders';

type Payload<Name extends keyof StaffCommands> = StaffCommands[Name]['payload'];

const BY = { id: SAM.id, name: SAM.name };

/** What the team has written, of every conversation alike. */
export class FakeTeam {
  notes: Note[] = [];
  words: PrivateWord[] = [];
  wrapUps: EarlierWrapUp[] = [];
  seen = 0;
  /** Null where nobody holds the conversation. */
  lane: Omit<NonNullable<Beside['lane']>, 'head'> | null = { epoch: 1, isOpen: false, with: [] };
  joined: string[] = [];
  readonly #tell: (beside: Beside) => void;
  readonly #followed = new Set<string>();

  readonly answers: Readonly<Record<string, (payload: never) => unknown>> = {
    'beside:open': ({ conversationId }: Payload<'beside:open'>) => this.#of(conversationId),
    'note:read': ({ after }: Payload<'note:read'>) => ({
      notes: this.notes.slice(after),
      head: this.notes.length,
      wrapUps: this.wrapUps,
    }),
    'note:add': ({ id: noteId, note }: Payload<'note:add'>) => this.#add(noteId, note),
    'private:read': ({ after }: Payload<'private:read'>) => ({
      words: this.words.slice(after),
      head: this.words.length,
      seen: this.seen,
    }),
    'private:say': ({ id: wordId, word }: Payload<'private:say'>) => this.says(BY, word, wordId),
    'conversation:join': () => this.joins([ANA.name]),
    'conversation:step_out': () => this.joins([]),
  };

  constructor(tell: (beside: Beside) => void) {
    this.#tell = tell;
  }

  /** Tells every page what there is now. */
  changed(): void {
    for (const conversationId of this.#followed) this.#tell(this.#of(conversationId));
  }

  says(by: PrivateWord['by'], word: string, wordId = id(700 + this.words.length)): Acknowledgement {
    const known = this.words.find((one) => one.id === wordId);
    const said = known ?? { seq: this.words.length + 1, id: wordId, by, word, at: START };
    if (known === undefined) this.words = [...this.words, said];
    this.changed();
    return { id: said.id, seq: said.seq, at: said.at };
  }

  joins(names: string[]): Record<string, never> {
    this.joined = names;
    this.changed();
    return {};
  }

  #add(noteId: string, note: string): Acknowledgement {
    const known = this.notes.find((one) => one.id === noteId);
    const added = known ?? { seq: this.notes.length + 1, id: noteId, by: BY, note, at: START };
    if (known === undefined) this.notes = [...this.notes, added];
    this.changed();
    return { id: added.id, seq: added.seq, at: added.at };
  }

  #of(conversationId: string): Beside {
    this.#followed.add(conversationId);
    const { lane, joined, notes, words } = this;
    return {
      conversationId,
      notes: notes.length,
      lane: lane === null ? null : { ...lane, head: words.length },
      joined,
    };
  }
}
