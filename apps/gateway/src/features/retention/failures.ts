/** What failed while the rest went on. */
export class Failures {
  private readonly all: unknown[] = [];

  /** Answers what the step answers; null when it failed. */
  async collect<Answer>(step: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await step();
    } catch (error) {
      this.all.push(error);
      return null;
    }
  }

  /** Throws the one failure, or an AggregateError of several. */
  throwAny(): void {
    const [first] = this.all;
    if (this.all.length > 1) throw new AggregateError(this.all, `${this.all.length} steps failed`);
    if (this.all.length === 1) throw first;
  }
}
