import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Whether this process has been asked to stop: nobody new is sent here, and who is here moves on. */
@Injectable()
export class ShutdownState implements OnModuleDestroy {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  /** The first that happens in a stop, while everyone is still connected. */
  onModuleDestroy(): void {
    this.begun = true;
  }
}
