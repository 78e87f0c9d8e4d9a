export { canMail, sendMail, type MailServer } from './mail';
export { sendWebhook } from './webhook';
export { OnCallModule, OnCallPagesModule } from './on-call.module';
