import { Module } from '@nestjs/common';
import { SafetyCommands } from './commands';
import { SetSafetyAnswer } from './set-safety-answer';

/** What is known of whether each visitor is safe now, and what staff do about it. */
@Module({ providers: [SafetyCommands, SetSafetyAnswer], exports: [SafetyCommands] })
export class SafetyPagesModule {}
