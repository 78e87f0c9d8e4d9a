import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { openingWords } from './opening-words';

const SETTINGS = ['open', 'at_capacity', 'closed', 'paused'] as const satisfies readonly OpeningSetting[];

/** The reasons that make sense for each; the first is the usual one and is not chosen for anybody. */
const REASONS: Readonly<Record<OpeningSetting, readonly OpeningReason[]>> = {
  open: ['back_to_normal', 'planned'],
  at_capacity: ['long_wait', 'too_few_on', 'planned'],
  closed: ['too_few_on', 'planned', 'incident'],
  paused: ['incident', 'planned'],
};

/** Asks for a chat status and a reason. It sets nothing before both are chosen. */
export const OpeningDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [setting, setSetting] = useState<OpeningSetting | null>(null);
  const [reason, setReason] = useState<OpeningReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { dialog, reasons } = openingWords;
  const choose = (chosen: OpeningSetting): void => {
    setSetting(chosen);
    setReason(null);
  };
  const confirm = async (): Promise<void> => {
    const isComplete = setting !== null && reason !== null;
    setMissing(!isComplete);
    if (
      isComplete &&
      (await act(() => client.views.opening.showAnswer(client.send('opening:set', { setting, reason }))))
    )
      onClose();
  };
  const wrong = isMissing && (setting === null || reason === null) ? dialog.choose : mistake;
  return (
    <Dialog title={dialog.title} isOpen onClose={onClose}>
      <OneOf<OpeningSetting>
        label={dialog.label}
        shape="lines"
        choices={SETTINGS.map((value) => ({ value, ...dialog.settings[value] }))}
        value={setting}
        onChange={choose}
      />
      {setting === null ? null : (
        <OneOf<OpeningReason>
          label={dialog.reason}
          choices={REASONS[setting].map((value) => ({ value, label: reasons[value] }))}
          value={reason}
          onChange={setReason}
        />
      )}
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void confirm()}>
          {isBusy ? dialog.setting : dialog.set}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
