export { sendWebhook } from './webhook';
export { OnCallModule, OnCallPagesModule } from './on-call.module';
