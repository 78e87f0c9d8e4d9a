import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { CharityView } from '@warmline/contracts';
import { Button, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { focusFirstMistake } from '../../shared/page/catch-focus';
import { ClashNote, ToldNote, UndoNote } from './charity-notes';
import { charityWords as said } from './charity-words';
import { mistakeIn } from './form-parts';
import { HelplinesCard } from './helpline-fields';
import { LauncherCard } from './launcher-card';
import { LookCard } from './look-card';
import { NumbersCard } from './numbers-card';
import { PreviewCard } from './preview-card';
import { RulesCard } from './rules-card';
import { ExitCard, NameCard, PrivacyCard } from './text-cards';
import { useCharity, useCharityForm, type CharityForm } from './use-charity';
import './charity.css';

const SaveBar = ({ form }: { readonly form: CharityForm }) => (
  <div className="charity__save">
    <Button kind="main" type="submit" isBusy={form.isBusy} isDisabled={!form.isChanged}>
      {form.isBusy ? said.saving : said.save}
    </Button>
    {form.isChanged ? (
      <>
        <Button isDisabled={form.isBusy} onPress={form.reset}>
          {said.discard}
        </Button>
        <span>{said.unsaved}</span>
      </>
    ) : null}
  </div>
);

const Elsewhere = () => (
  <p>
    {said.elsewhere} <Link to="/setup/on-call">{said.onCall}</Link> ·{' '}
    <Link to="/setup/wall-links">{said.wall}</Link>
  </p>
);

interface LoadedProps {
  readonly view: CharityView;
  readonly show: (view: CharityView) => void;
}

const Loaded = ({ view, show }: LoadedProps) => {
  const form = useCharityForm(view, show);
  const element = useRef<HTMLFormElement>(null);
  const section = { draft: form.draft, onChange: form.change, mistakeOf: mistakeIn(form.problems) };
  const save = async (): Promise<void> => {
    if (!(await form.save())) focusFirstMistake(element.current);
  };
  return (
    <div className="charity-page">
      <form
        ref={element}
        className="charity"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ClashNote form={form} saved={view.charity} />
        <ToldNote form={form} />
        <UndoNote undo={view.undo} form={form} />
        <NameCard {...section} />
        <NumbersCard {...section} packs={view.packs} />
        <HelplinesCard {...section} />
        <ExitCard {...section} />
        <LookCard {...section} />
        <PrivacyCard {...section} />
        <RulesCard {...section} />
        <LauncherCard {...section} />
        <Elsewhere />
        <SaveBar form={form} />
        {form.proofDialog}
      </form>
      <PreviewCard draft={form.draft} />
    </div>
  );
};

/** What visitors see of the charity, saved as one. */
export const CharityPage = () => {
  const { query, show } = useCharity();
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>
            {said.lead}{' '}
            <a href="/" target="_blank" rel="noopener noreferrer">
              {said.seePage}
            </a>
          </p>
        </div>
      </div>
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(view) => <Loaded view={view} show={show} />}
      </PanelState>
    </div>
  );
};
