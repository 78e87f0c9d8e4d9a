export { QualityCommands } from './commands';
export { QualityModule, QualityPagesModule } from './quality.module';
