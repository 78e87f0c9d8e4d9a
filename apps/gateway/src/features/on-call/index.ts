export { OnCallModule, OnCallPagesModule } from './on-call.module';
