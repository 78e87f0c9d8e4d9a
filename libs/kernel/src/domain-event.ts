/** A fact in the past tense. Nouns define unions of these; `type` is unique over all nouns. */
export interface DomainEvent {
  readonly type: string;
}
