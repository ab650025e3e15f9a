import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { type DiscoveryArea, type DiscoveryView, useAct } from '../../api';
import { ErrorPanel, useToast } from '../../shared/feedback';
import { useMissing } from '../../shared/form';
import { Button, Dialog, Status } from '../../shared/parts';
import { useUndo } from '../../shared/trail';
import { useWords } from '../../shared/words';
import css from './discovery.module.css';

function AsideDialog({ area, onClose }: { area: DiscoveryArea; onClose: () => void }) {
  const { say } = useWords();
  const toast = useToast();
  const undo = useUndo();
  const set = useAct('discovery.set_aside');
  const [reason, setReason] = useState('');
  const need = useMissing({ reason: reason.trim() !== '' });
  const error = set.error?.wire.fields.find((field) => field.path === 'reason')?.message;
  return (
    <Dialog title={say('discovery-set-aside-title', { area: area.title })} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!need.complete(event.currentTarget)) return;
          set.mutate(
            { area: area.key, reason },
            {
              onSuccess: () => {
                toast({ text: say('discovery-set-aside-done', { area: area.title }), undo });
                onClose();
              },
            },
          );
        }}
      >
        <p className="quiet">{say('discovery-set-aside-help')}</p>
        <Textarea
          data-autofocus
          label={say('discovery-set-aside-why')}
          required
          autosize
          minRows={2}
          value={reason}
          error={need.errorOf('reason', error)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {set.error && error === undefined && <ErrorPanel error={set.error} />}
        <div className={css.end}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" disabled={set.isPending}>
            {say('discovery-set-aside')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Areas nobody looks through: not begun, or set aside with a reason. */
export function AreasLeft({
  view,
  mayWrite,
  onStart,
}: {
  view: DiscoveryView;
  mayWrite: boolean;
  /** The area with this key is to be looked through. */
  onStart: (area: string) => void;
}) {
  const { say } = useWords();
  const takeUp = useAct('discovery.set_aside');
  const [open, setOpen] = useState<DiscoveryArea | null>(null);
  const left = view.areas.filter((area) => !area.started);
  if (left.length === 0) return null;
  return (
    <section className={`panel ${css.areasLeft}`} aria-label={say('discovery-areas-left')}>
      <h2 className="panel-title">{say('discovery-areas-left')}</h2>
      <ul className={css.left}>
        {left.map((area) => (
          <li key={area.key}>
            <Status kind={area.setAside === null ? 'open' : 'excluded'}>
              {say(area.setAside === null ? 'discovery-area-open' : 'discovery-area-aside')}
            </Status>
            <span>
              <strong>{area.title}</strong>
              <span className="caption"> {area.setAside ?? area.about}</span>
            </span>
            {mayWrite &&
              (area.setAside === null ? (
                <span className={css.ways}>
                  <Button
                    size="small"
                    aria-label={say('discovery-area-start-of', { area: area.title })}
                    onClick={() => onStart(area.key)}
                  >
                    {say('discovery-area-start')}
                  </Button>
                  <Button size="small" look="quiet" onClick={() => setOpen(area)}>
                    {say('discovery-set-aside')}
                  </Button>
                </span>
              ) : (
                <Button size="small" onClick={() => takeUp.mutate({ area: area.key, reason: null })}>
                  {say('discovery-take-up')}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {takeUp.error && <ErrorPanel error={takeUp.error} />}
      {open && <AsideDialog area={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
