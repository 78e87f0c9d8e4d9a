import { laterCard, laterDialog } from '../../shared/page/later';

/** Opened from the status bar and from the line above the desk. */
export const CheckOutDialog = laterDialog(async () => (await import('./check-out-dialog')).CheckOutDialog);

export const ProtectionDialog = laterDialog(
  async () => (await import('./protection-dialog')).ProtectionDialog,
);

/** Asked once a shift, so it is not in what the browser loads first. */
export const CheckInCard = laterCard(async () => (await import('./check-in-card')).CheckInCard);
