import {
  conversationId,
  sessionId,
  staffId,
  type ConversationId,
  type SessionId,
  type StaffId,
} from "@warmline/kernel";
import type { RedisClient } from "./connection";
import { channels } from "./keys";

/** What processes tell each other: where to look, never what was written. */
export type Hint =
  | { readonly kind: "conversation"; readonly id: ConversationId }
  | { readonly kind: "timeline"; readonly id: ConversationId }
  | { readonly kind: "session"; readonly id: SessionId }
  | { readonly kind: "staff"; readonly id: StaffId }
  | {
      readonly kind: "typing";
      readonly id: ConversationId;
      readonly from: "visitor" | "responder";
      readonly typing: boolean;
    };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const typingHint = (hint: Record<string, unknown>, id: string): Hint | null => {
  const { from, typing } = hint;
  if (
    (from !== "visitor" && from !== "responder") ||
    typeof typing !== "boolean"
  )
    return null;
  return { kind: "typing", id: conversationId(id), from, typing };
};

const hintOf = (hint: Record<string, unknown>, id: string): Hint | null => {
  switch (hint["kind"]) {
    case "conversation":
    case "timeline":
      return { kind: hint["kind"], id: conversationId(id) };
    case "staff":
      return { kind: "staff", id: staffId(id) };
    case "session":
      return { kind: "session", id: sessionId(id) };
    case "typing":
      return typingHint(hint, id);
    default:
      return null;
  }
};

/** Null for anything that is not a hint: another version's, or a stranger's on the channel. */
export const parseHint = (text: string): Hint | null => {
  try {
    const hint: unknown = JSON.parse(text);
    if (!isRecord(hint) || typeof hint["id"] !== "string") return null;
    return hintOf(hint, hint["id"]);
  } catch {
    return null;
  }
};

/** Wake-up hints over Redis pub/sub. A lost one costs the readers one reconciliation tick, never an entry. */
export class Hints {
  private readonly names: ReturnType<typeof channels>;

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    prefix: string,
  ) {
    this.names = channels(prefix);
  }

  /** Publishes without being waited for: a hint that cannot leave costs its readers a tick. */
  hint(hint: Hint): void {
    this.publish(hint).catch(() => undefined);
  }

  async publish(hint: Hint): Promise<void> {
    await this.publisher.publish(this.names.hints, JSON.stringify(hint));
  }

  /** From now on, and again whenever the line is back; also when there is no line yet. */
  onHint(handle: (hint: Hint) => void): void {
    this.listen(this.names.hints, (text) => {
      const hint = parseHint(text);
      if (hint !== null) handle(hint);
    });
  }

  /** Something changed that may allow a match. */
  async ring(): Promise<void> {
    await this.publisher.publish(this.names.bell, "");
  }

  onRing(handle: () => void): void {
    this.listen(this.names.bell, handle);
  }

  /** Subscribing the same listener twice is subscribing once. */
  private listen(channel: string, listener: (text: string) => void): void {
    const subscribe = (): void =>
      void this.subscriber.subscribe(channel, listener).catch(() => undefined);
    this.subscriber.on("ready", subscribe);
    if (this.subscriber.isReady) subscribe();
  }
}
