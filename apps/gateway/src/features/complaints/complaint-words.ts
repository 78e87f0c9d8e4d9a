import { Inject, Injectable } from '@nestjs/common';
import { expiryDayOf } from '@warmline/conversation';
import { instant } from '@warmline/kernel';
import { ConversationKeys, type ConversationKey, type WrappedKey } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';

type StoredKey = Pick<WrappedKey, 'dekWrapped' | 'kekDay'>;

/** Where the words of a complaint, and of what was done about it, are sealed. */
const COMPLAINT = { entry: 'complaint', role: 'visitor' } as const;
const noteOf = (note: string) => ({ entry: `complaint_note/${note}`, role: 'responder' }) as const;

/** Seals and opens complaints. Each has a key of its own, which expires as a conversation's does. */
@Injectable()
export class ComplaintWords {
  constructor(
    private readonly keys: ConversationKeys,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async seal(
    complaint: string,
    words: string,
  ): Promise<{ wordsSealed: Buffer; dekWrapped: Buffer; kekDay: string }> {
    const day = expiryDayOf(instant(Date.now()), this.service.keepsDays);
    const { key, wrapped } = await this.keys.makeUnkept(complaint, day);
    const { kekDay } = wrapped;
    return {
      wordsSealed: key.seal(words.trim(), COMPLAINT),
      dekWrapped: Buffer.from(wrapped.dekWrapped),
      kekDay,
    };
  }

  /** Null once the key of its day is destroyed. */
  async keyOf(complaint: string, { dekWrapped, kekDay }: StoredKey): Promise<ConversationKey | null> {
    return this.keys.unwrap({ conversation: complaint, dekWrapped, kekDay }).catch(() => null);
  }

  open(key: ConversationKey | null, sealed: Uint8Array): string | null {
    return key?.open(sealed, COMPLAINT) ?? null;
  }

  sealNote(key: ConversationKey, note: string, words: string): Buffer {
    return key.seal(words.trim(), noteOf(note));
  }

  openNote(key: ConversationKey | null, note: string, sealed: Uint8Array): string | null {
    return key?.open(sealed, noteOf(note)) ?? null;
  }
}
