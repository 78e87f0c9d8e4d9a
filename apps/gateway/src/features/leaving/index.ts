export { LeavingModule, LeavingPagesModule } from './leaving.module';
